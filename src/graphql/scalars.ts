import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/**
 * Never repeats the value: it may be a secret in the wrong place, and errors end up in logs.
 * @param node where it stands in a document
 */
function unreadable(name: string, node?: ValueNode): GraphQLError {
  return new GraphQLError(`This is not a value of ${name}.`, { nodes: node ?? null });
}

/** A scalar that is a text outside; `read` answers undefined for a text that is none of its values. */
function textScalar<Inside>(
  name: string,
  description: string,
  read: (text: string) => Inside | undefined,
  write: (value: Inside) => string,
): GraphQLScalarType<Inside, string> {
  const parse = (value: unknown, node?: ValueNode): Inside => {
    const inside = typeof value === 'string' ? read(value) : undefined;
    if (inside === undefined) throw unreadable(name, node);
    return inside;
  };
  return new GraphQLScalarType<Inside, string>({
    name,
    description,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
    serialize: (value) => write(value as Inside),
  });
}

const INDEX = /^(?:0|[1-9][0-9]{0,18})$/;
const DIGEST = /^[0-9a-f]{64}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

export const LogIndexScalar = textScalar<bigint>(
  'LogIndex',
  'A whole number from 0 up, in decimal digits as a string, because it may exceed what a number in JSON can hold.',
  (text) => (INDEX.test(text) ? BigInt(text) : undefined),
  (value) => value.toString(),
);

export const Sha256Scalar = textScalar<Uint8Array>(
  'Sha256',
  'A SHA-256 digest as 64 hexadecimal digits, in lower case.',
  (text) => (DIGEST.test(text) ? hexToBytes(text) : undefined),
  bytesToHex,
);

export const DateTimeScalar = textScalar<Date>(
  'DateTimeISO',
  'A moment in ISO 8601, with its zone; answers are in UTC with milliseconds: 2026-11-22T19:00:00.000Z.',
  readInstant,
  (value) => value.toISOString(),
);

function readInstant(text: string): Date | undefined {
  if (!INSTANT.test(text)) return undefined;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return undefined;
  // Date takes 30 February for 2 March; a moment that does not exist is a mistake, not another moment.
  const day = Number(text.slice(8, 10));
  return day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7))) ? instant : undefined;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
