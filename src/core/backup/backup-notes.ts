/** What a backup says of itself, as JSON (RFC 8259) in its first and its last frame and before the rows of each table. */
import { decodeUtf8 } from '../bytes/utf8.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { parseStrictJson } from '../json/parse-strict-json.js';
import { ORIGIN, SHA256_HEX } from '../log/leaf-forms.js';
import { BackupDamaged } from './backup-damaged.js';

export interface BackupHeader {
  readonly madeAt: string;
  /** Of the log. */
  readonly origin: string;
  /** Names of the migrations that the database had been through, in order. */
  readonly migrations: readonly string[];
  /** Whether the leaves of the log are in the file, or in the journal beside which it was kept. */
  readonly leaves: 'inside' | 'journal';
  readonly hasCatalogue: boolean;
  /** What the database was at, where it is kept beside one; differs when anything was written since. */
  readonly state?: string;
}

export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface BackupEnd {
  /** How many leaves the log had. */
  readonly size: number;
  /** Root hash of their tree, hexadecimal. */
  readonly root: string;
  /** Of how many leaves the last signed checkpoint was; 0: there was none. */
  readonly signed: number;
  readonly tables: Readonly<Record<string, number>>;
}

/** Throws `BackupDamaged`. */
export function readHeader(payload: Uint8Array, position: number): BackupHeader {
  return read(payload, position, (fields) => ({
    madeAt: fields.instant('madeAt'),
    origin: fields.text('origin', ORIGIN),
    migrations: texts(fields, 'migrations'),
    leaves: fields.choice('leaves', ['inside', 'journal']),
    hasCatalogue: fields.flag('hasCatalogue'),
    ...(fields.has('state') ? { state: fields.text('state', { maximum: 200 }) } : {}),
  }));
}

/** Throws `BackupDamaged`. */
export function readTable(payload: Uint8Array, position: number): BackedUpTable {
  return read(payload, position, (fields) => ({
    name: fields.text('name', { maximum: 63 }),
    columns: texts(fields, 'columns'),
  }));
}

/** Throws `BackupDamaged`. */
export function readEnd(payload: Uint8Array, position: number): BackupEnd {
  return read(payload, position, (fields) => ({
    size: fields.whole('size', 0, Number.MAX_SAFE_INTEGER),
    root: fields.text('root', SHA256_HEX),
    signed: fields.whole('signed', 0, Number.MAX_SAFE_INTEGER),
    tables: counts(fields.value('tables'), fields.at('tables')),
  }));
}

function read<T>(payload: Uint8Array, position: number, from: (fields: FieldReader) => T): T {
  const text = decodeUtf8(payload);
  const json = text === undefined ? undefined : parseStrictJson(text);
  try {
    if (json?.ok === true) return FieldReader.object(json.value, '', from);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
  }
  throw new BackupDamaged(
    'malformed',
    position,
    'It says something that this release does not understand; a later release may have made it.',
  );
}

function texts(fields: FieldReader, name: string): string[] {
  const value = fields.value(name);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new FieldError('wrong-type', fields.at(name), 'A list of texts is expected.');
  }
  return value;
}

function counts(value: unknown, path: string): Record<string, number> {
  const entries = Object.entries(value ?? {});
  if (!entries.every(([, count]) => Number.isSafeInteger(count))) {
    throw new FieldError('wrong-type', path, 'A number for each table is expected.');
  }
  return Object.fromEntries(entries);
}
