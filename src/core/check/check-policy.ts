/**
 * What a builder demands of a check beyond the rules, as a file (schema/check-policy.v1.json). A policy can only make a check
 * stricter, save that it says nothing of what is held by contract.
 */
import { ASSURANCES, type Assurance } from '../consent/assurance.js';
import { MAX_PDQ_DISTANCE } from '../log/leaf-fingerprint.js';
import { FieldError, FieldReader } from '../json/field-reader.js';

export const CHECK_POLICY_VERSION = 1;

/** Rows that nobody has answered for: they stay in the output, or go. They are never counted as permitted. */
export const UNKNOWN_TREATMENTS = ['keep', 'drop'] as const;

/** Rows with a no-unless: kept where the builder states to hold them by contract or has accepted their terms, or never. */
export const CONDITIONAL_TREATMENTS = ['drop-unless-licensed', 'drop'] as const;

export interface CheckPolicy {
  readonly version: typeof CHECK_POLICY_VERSION;
  /** Yeses and offers below it do not count. */
  readonly minimumAssurance?: Assurance;
  /** Greatest distance of a likeness, in bits of 256; it can only lower what the rules allow. */
  readonly likenessDistance?: number;
  readonly unknown?: (typeof UNKNOWN_TREATMENTS)[number];
  readonly conditional?: (typeof CONDITIONAL_TREATMENTS)[number];
  readonly asOf?: { readonly size: number } | { readonly time: string };
  /** Answers that may be older are not taken. */
  readonly maxAgeHours?: number;
}

const MOST_HOURS = 87_600;

/**
 * Reads the members of a policy strictly. Throws `FieldError` that names the member at fault.
 * @param path where it stands in what it is a part of
 */
export function readCheckPolicy(value: unknown, path = ''): CheckPolicy {
  return FieldReader.object(value, path, (fields) => ({
    version: readVersion(fields),
    ...optional(fields, 'minimumAssurance', (name) => fields.choice(name, ASSURANCES)),
    ...optional(fields, 'likenessDistance', (name) => fields.whole(name, 0, MAX_PDQ_DISTANCE)),
    ...optional(fields, 'unknown', (name) => fields.choice(name, UNKNOWN_TREATMENTS)),
    ...optional(fields, 'conditional', (name) => fields.choice(name, CONDITIONAL_TREATMENTS)),
    ...optional(fields, 'asOf', (name) => readAsOf(fields.value(name), fields.at(name))),
    ...optional(fields, 'maxAgeHours', (name) => fields.whole(name, 1, MOST_HOURS)),
  }));
}

function readVersion(fields: FieldReader): typeof CHECK_POLICY_VERSION {
  const version = fields.count('version');
  if (version === CHECK_POLICY_VERSION) return version;
  const message = `Version ${version} of a check policy is not known here: use version ${CHECK_POLICY_VERSION}.`;
  throw new FieldError('unsupported-version', fields.at('version'), message);
}

function optional<Name extends string, T>(
  fields: FieldReader,
  name: Name,
  read: (name: Name) => T,
): Partial<Record<Name, T>> {
  return fields.has(name) ? ({ [name]: read(name) } as Partial<Record<Name, T>>) : {};
}

function readAsOf(value: unknown, path: string): NonNullable<CheckPolicy['asOf']> {
  return FieldReader.object(value, path, (fields) => {
    if (fields.has('size') === fields.has('time')) {
      const message = 'Name either the size of a log or a time as "asOf".';
      throw new FieldError('wrong-value', path, message);
    }
    return fields.has('size')
      ? { size: fields.whole('size', 0, Number.MAX_SAFE_INTEGER) }
      : { time: fields.instant('time') };
  });
}
