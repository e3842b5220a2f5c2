import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { ORIGIN } from './core/log/leaf-forms.js';
import { parseHostMap } from './fetch/host-map.js';
import { MODEL_NAME } from './models/model-files.js';
import { Secret } from './secret.js';

/** The environment cannot be used as it is; one line per key, each with what would be right. */
export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration';

  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a mistake' : 'mistakes'}:\n` +
        problems.map((problem) => `  ${problem}`).join('\n') +
        '\nEvery key is explained in docs/configuration.md.',
    );
  }
}

const wholeNumber = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, 'give a whole number')
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(otherwise);

const onOff = (otherwise: boolean) =>
  z
    .enum(['on', 'off'], { error: 'give on or off' })
    .transform((value) => value === 'on')
    .default(otherwise);

/** As RFC 5952 section 6 writes an address with its port. */
function isDnsServer(text: string): boolean {
  const [, bracketed, plain, port = '53'] = /^(?:\[([^\]]+)\]|([^[\]:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? text;
  return isIP(address) !== 0 && Number(port) > 0 && Number(port) <= 65_535;
}

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'give an http or https address' })
  .transform((value) => value.replace(/\/+$/, ''));

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: wholeNumber(0, 65_535, 4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ASSENT_PUBLIC_URL: httpUrl.optional(),
  ASSENT_NAME: z.string().min(1).max(80).default('Assent'),
  ASSENT_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'give a postgres:// address')
    .transform((value) => new Secret(value))
    .optional(),
  ASSENT_LOG_KEY_FILE: z.string().min(1).optional(),
  ASSENT_LOG_ORIGIN: z
    .string()
    .regex(ORIGIN.pattern, `give ${ORIGIN.description}, in small letters and without a scheme`)
    .optional(),
  ASSENT_LOG_POLICY: z.string().min(1).optional(),
  ASSENT_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'give an smtp:// or smtps:// address')
    .transform((value) => new Secret(value))
    .optional(),
  ASSENT_MAIL_FROM: z.string().min(3).optional(),
  ASSENT_OIDC_PROVIDERS: z.string().min(1).optional(),
  ASSENT_SIGNATURE_TRUST: z.string().min(1).optional(),
  ASSENT_THUMBNAILS: onOff(true),
  ASSENT_DEMO_FINGERPRINTS: onOff(true),
  ASSENT_KNOWN_HASHES: z.string().min(1).optional(),
  ASSENT_REPORT_RECIPIENT: z
    .string()
    .regex(/^age1[0-9a-z]+$/, 'give a recipient of age, as age-keygen prints it: age1…')
    .optional(),
  ASSENT_DNS_SERVERS: z
    .string()
    .transform((value) => value.split(',').map((server) => server.trim()))
    .refine((servers) => servers.every(isDnsServer), {
      error: 'give IP addresses with or without a port, with commas between: 192.0.2.53,[2001:db8::53]:53',
    })
    .optional(),
  ASSENT_TRUST_PROXY: wholeNumber(0, 10, 0),
  ASSENT_SEARCH_SECONDS: wholeNumber(1, 3_600, 20),
  ASSENT_REQUESTS_PER_MINUTE: wholeNumber(1, 10_000_000, 6_000),
  ASSENT_CHECKS_PER_MINUTE: wholeNumber(1, 1_000_000_000, 100_000),
  ASSENT_SNAPSHOT_MINUTES: wholeNumber(0, 10_080, 5),
  ASSENT_SNAPSHOT_KEEP_HOURS: wholeNumber(1, 87_600, 24),
  ASSENT_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ASSENT_ASSERTED_NO_QUOTA: wholeNumber(0, 1_000_000, 1_000),
  ASSENT_MEANING_MODEL: z
    .string()
    .refine((value) => isAbsolute(value) || value.startsWith('.') || MODEL_NAME.test(value), {
      error: 'give the name of a model (owner/name), or a path that is absolute or begins with a dot',
    })
    .optional(),
  ASSENT_MEANING_VECTORS: z
    .string()
    .regex(/^[^@]+@[^@]+$/, 'give a name and a revision, such as ViT-B/32@openai')
    .transform((value) => {
      const [name = '', revision = ''] = value.split('@');
      return { name, revision };
    })
    .optional(),
  ASSENT_MODEL_HUB: httpUrl.default('https://huggingface.co'),
  ASSENT_HOST_MAP: z
    .string()
    .transform((text, context) => {
      try {
        return parseHostMap(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
        return z.NEVER;
      }
    })
    .optional(),
});

/** Every key that is read from the environment; docs/configuration.md explains each (a test holds the two together). */
export const CONFIGURATION_KEYS = Object.keys(environmentSchema.shape);

export interface Config {
  readonly isProduction: boolean;
  readonly port: number;
  readonly host: string;
  /** Absent: the address the server listens on, once it listens. */
  readonly publicUrl: string | undefined;
  readonly name: string;
  readonly database:
    | { readonly kind: 'pglite'; readonly dataDir: string }
    | { readonly kind: 'postgres'; readonly url: Secret };
  /** Folder that holds the lock, the socket and the embedded database; absolute. */
  readonly dataDir: string;
  /** File with the log's private keys; absolute. */
  readonly logKeyFile: string;
  /** Name of a log that is yet to begin; undefined: made from the public address. */
  readonly logOrigin: string | undefined;
  /** File with the witnesses that cosign the log (C2SP tlog-policy); absolute. Undefined: none is asked. */
  readonly logPolicyFile: string | undefined;
  readonly mail: { readonly smtpUrl: Secret; readonly from: string } | undefined;
  /** File with the OpenID Connect providers that people may sign in with; absolute. Undefined: none. */
  readonly oidcProvidersFile: string | undefined;
  /** Folder with lists of certificates that signed works are believed by; absolute. Undefined: none is. */
  readonly signatureTrustFolder: string | undefined;
  readonly thumbnails: boolean;
  readonly demoFingerprints: boolean;
  /** File with hashes of pictures that are shown to nobody; absolute. Undefined: there are none. */
  readonly knownHashesFile: string | undefined;
  /** Public key that reports about them are sealed for; undefined: they are not sealed. */
  readonly reportRecipient: string | undefined;
  readonly trustedProxies: number;
  readonly requestsPerMinute: number;
  /** How long a search of the catalogue may run on a PostgreSQL server. */
  readonly searchSeconds: number;
  /** Addresses that one network may ask about in a minute without a key. */
  readonly checksPerMinute: number;
  /** From one look whether the snapshot is to be made anew to the next, in minutes; 0: only when somebody asks. */
  readonly snapshotMinutes: number;
  /** How long a snapshot is kept once there is a newer one. */
  readonly snapshotKeepHours: number;
  /** Folder of the snapshots; absolute. */
  readonly snapshotsDir: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly assertedNoQuota: number;
  /** Search by meaning; undefined: off. */
  readonly meaning:
    | {
        /** A path, absolute, or the name of a model that was pulled. */
        readonly model: string;
        /** What its vectors are stored under; undefined: what is known of the model, or its own name and revision. */
        readonly vectors: { readonly name: string; readonly revision: string } | undefined;
      }
    | undefined;
  /** Folder that models are pulled into; absolute. */
  readonly modelsDir: string;
  /** Where models are pulled from, without a trailing slash. */
  readonly modelHub: string;
  readonly hostMap: ReturnType<typeof parseHostMap> | undefined;
  /** DNS servers to ask, as `node:dns` takes them. Undefined: those of the system. */
  readonly dnsServers: readonly string[] | undefined;
}

/**
 * Reads the configuration once.
 * @param environment variables as `process.env` holds them; an empty value counts as unset
 * @param workingFolder what a relative ASSENT_DATA is relative to
 * @throws InvalidConfiguration naming every key that is wrong
 */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  workingFolder: string = process.cwd(),
): Config {
  const given = Object.fromEntries(
    CONFIGURATION_KEYS.map((key) => [key, environment[key] === '' ? undefined : environment[key]]),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new InvalidConfiguration(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const values = parsed.data;
  const problems = contradictions(values);
  if (problems.length > 0) throw new InvalidConfiguration(problems);

  const dataDir = resolve(workingFolder, values.ASSENT_DATA);
  return {
    isProduction: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.ASSENT_PUBLIC_URL,
    name: values.ASSENT_NAME,
    database: values.DATABASE_URL
      ? { kind: 'postgres', url: values.DATABASE_URL }
      : { kind: 'pglite', dataDir: join(dataDir, 'database') },
    dataDir,
    logKeyFile: resolve(workingFolder, values.ASSENT_LOG_KEY_FILE ?? join(dataDir, 'keys', 'log.key')),
    logOrigin: values.ASSENT_LOG_ORIGIN,
    logPolicyFile: values.ASSENT_LOG_POLICY && resolve(workingFolder, values.ASSENT_LOG_POLICY),
    mail:
      values.ASSENT_SMTP_URL && values.ASSENT_MAIL_FROM
        ? { smtpUrl: values.ASSENT_SMTP_URL, from: values.ASSENT_MAIL_FROM }
        : undefined,
    signatureTrustFolder:
      values.ASSENT_SIGNATURE_TRUST && resolve(workingFolder, values.ASSENT_SIGNATURE_TRUST),
    oidcProvidersFile: values.ASSENT_OIDC_PROVIDERS && resolve(workingFolder, values.ASSENT_OIDC_PROVIDERS),
    thumbnails: values.ASSENT_THUMBNAILS,
    demoFingerprints: values.ASSENT_DEMO_FINGERPRINTS,
    knownHashesFile: values.ASSENT_KNOWN_HASHES && resolve(workingFolder, values.ASSENT_KNOWN_HASHES),
    reportRecipient: values.ASSENT_REPORT_RECIPIENT,
    trustedProxies: values.ASSENT_TRUST_PROXY,
    requestsPerMinute: values.ASSENT_REQUESTS_PER_MINUTE,
    searchSeconds: values.ASSENT_SEARCH_SECONDS,
    checksPerMinute: values.ASSENT_CHECKS_PER_MINUTE,
    snapshotMinutes: values.ASSENT_SNAPSHOT_MINUTES,
    snapshotKeepHours: values.ASSENT_SNAPSHOT_KEEP_HOURS,
    snapshotsDir: join(dataDir, 'snapshots'),
    logLevel: values.ASSENT_LOG_LEVEL,
    assertedNoQuota: values.ASSENT_ASSERTED_NO_QUOTA,
    meaning:
      values.ASSENT_MEANING_MODEL === undefined
        ? undefined
        : {
            model: values.ASSENT_MEANING_MODEL.startsWith('.')
              ? resolve(workingFolder, values.ASSENT_MEANING_MODEL)
              : values.ASSENT_MEANING_MODEL,
            vectors: values.ASSENT_MEANING_VECTORS,
          },
    modelsDir: join(dataDir, 'models'),
    modelHub: values.ASSENT_MODEL_HUB,
    hostMap: values.ASSENT_HOST_MAP,
    dnsServers: values.ASSENT_DNS_SERVERS,
  };
}

function contradictions(values: z.infer<typeof environmentSchema>): string[] {
  const problems: string[] = [];
  if (values.ASSENT_REPORT_RECIPIENT && !values.ASSENT_KNOWN_HASHES) {
    problems.push('ASSENT_KNOWN_HASHES: set the list whose reports ASSENT_REPORT_RECIPIENT reads.');
  }
  const isProduction = values.NODE_ENV === 'production';
  if (isProduction && values.ASSENT_HOST_MAP) {
    problems.push('ASSENT_HOST_MAP: a production server must resolve names for real; unset it.');
  }
  if (isProduction && !values.ASSENT_PUBLIC_URL) {
    problems.push('ASSENT_PUBLIC_URL: a production server must be told the address people reach it at.');
  }
  if (values.ASSENT_MEANING_VECTORS && !values.ASSENT_MEANING_MODEL) {
    problems.push('ASSENT_MEANING_MODEL: set the model that ASSENT_MEANING_VECTORS speaks of.');
  }
  if (values.ASSENT_SMTP_URL && !values.ASSENT_MAIL_FROM) {
    problems.push('ASSENT_MAIL_FROM: set the sender address when ASSENT_SMTP_URL is set.');
  }
  return problems;
}
