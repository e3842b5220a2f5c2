import type { ValueTransformer } from 'typeorm';
import { storableJson, storableText } from './storable-text.js';

/** A port's record as a table holds it: what is absent there is null here. */
export type Row<T> = {
  [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K];
};

/** A row as a port's record: null is absent there. */
export type Present<R> = { [K in keyof R]: null extends R[K] ? Exclude<R[K], null> | undefined : R[K] };

export function fromRow<R extends object>(row: R): Present<R> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as Present<R>;
}

/** Keys that are set to undefined become null; keys that are missing stay missing, so that an update leaves them. */
export function toRow(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, storable(value)]));
}

/** A value as a statement's parameter. */
export function storable(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'string' ? storableText(value) : value;
}

/** node-postgres gives Buffers; the ports promise plain bytes. */
export const bytes: ValueTransformer = {
  to: (value: Uint8Array | null) => value && Buffer.from(value),
  from: (value: Uint8Array | null) => value && new Uint8Array(value),
};

/** `bit(n)`, which node-postgres gives as a text of zeroes and ones. */
export const bits: ValueTransformer = {
  to: (value: Uint8Array | null) => value && bitText(value),
  from: (value: string | null) => value && bitBytes(value),
};

export const listOfBytes: ValueTransformer = {
  to: (values: readonly Uint8Array[] | null) => values?.map((value) => Buffer.from(value)) ?? null,
  from: (values: readonly Uint8Array[] | null) => values?.map((value) => new Uint8Array(value)) ?? null,
};

/** A bigint, which node-postgres gives as text. */
export const wholeNumber: ValueTransformer = {
  to: (value: bigint | null) => value?.toString() ?? null,
  from: (value: string | null) => (value === null ? null : BigInt(value)),
};

/** A bigint column of which every value is exact in a double. */
export const safeInteger: ValueTransformer = {
  to: (value: number | null) => value?.toString() ?? null,
  from: (value: string | bigint | null) => (value === null ? null : Number(value)),
};

/** jsonb, without what PostgreSQL refuses inside it. */
export const json: ValueTransformer = {
  to: (value: unknown): unknown => JSON.parse(storableJson(value)),
  from: (value: unknown) => value,
};

/** Keys are unsigned 64-bit numbers; SQL's bigint has a sign. The bits are the same. */
export const unsignedKey: ValueTransformer = {
  to: (value: bigint | null) => value && toSignedKey(value).toString(),
  from: (value: string | null) => value && fromSignedKey(value),
};

export function toSignedKey(key: bigint): bigint {
  return BigInt.asIntN(64, key);
}

export function fromSignedKey(stored: string): bigint {
  return BigInt.asUintN(64, BigInt(stored));
}

/** Bytes as SQL writes `bit(8 × length)`. */
export function bitText(value: Uint8Array): string {
  return Array.from(value, (byte) => byte.toString(2).padStart(8, '0')).join('');
}

export function bitBytes(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 8 }, (_, at) => parseInt(text.slice(at * 8, at * 8 + 8), 2));
}
