/** Reading policy files, c2sp.org/tlog-policy ("Policy file syntax and structure"). */
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import type { Sha256 } from '../log/sha256.js';
import { parseDecimal } from './decimal.js';
import { type PolicyLine, isPolicyOctet, policyLines } from './policy-lines.js';
import {
  NO_QUORUM,
  type PolicyGroup,
  type PolicyLog,
  type PolicyWitness,
  type TlogPolicy,
} from './tlog-policy.js';
import { type VerifierKey, parseVerifierKey } from './verifier-key.js';

export type PolicyProblemCode =
  | 'too-large'
  | 'bad-octet'
  | 'unfinished-line'
  | 'unknown-line'
  | 'wrong-number-of-items'
  | 'bad-key'
  | 'unfit-key'
  | 'duplicate-key'
  | 'duplicate-name'
  | 'unknown-name'
  | 'member-twice'
  | 'bad-threshold'
  | 'two-quorums'
  | 'no-quorum';

export type ParsedTlogPolicy =
  { readonly ok: true; readonly policy: TlogPolicy } | Refusal<PolicyProblemCode>;

const MAX_POLICY_BYTES = 1_000_000;
const NEWLINE = 0x0a;

/** Reads a policy strictly: a line that is not understood refuses the file, since without it the rest says less. */
export function parseTlogPolicy(octets: Uint8Array, sha256: Sha256): ParsedTlogPolicy {
  if (octets.length > MAX_POLICY_BYTES) {
    return refuse('too-large', `A policy of more than ${MAX_POLICY_BYTES} bytes is not read.`);
  }
  if (!octets.every(isPolicyOctet)) {
    return refuse('bad-octet', 'A policy must hold no control characters but tabs and newlines.');
  }
  if (octets.length > 0 && octets.at(-1) !== NEWLINE) {
    return refuse('unfinished-line', 'The last line must end in a newline: the file may have been cut off.');
  }
  try {
    const reader = new PolicyReader(sha256);
    policyLines(octets).forEach((line) => {
      reader.take(line);
    });
    return { ok: true, policy: reader.finish() };
  } catch (error) {
    if (error instanceof PolicyFault) {
      return refuse(error.code, error.message);
    }
    throw error;
  }
}

class PolicyFault extends Error {
  constructor(
    readonly code: PolicyProblemCode,
    message: string,
  ) {
    super(message);
  }
}

class PolicyReader {
  readonly #logs: PolicyLog[] = [];
  readonly #witnesses: PolicyWitness[] = [];
  readonly #groups: PolicyGroup[] = [];
  readonly #names = new Set<string>([NO_QUORUM]);
  readonly #grouped = new Set<string>();
  #quorum: string | undefined;
  #line = 0;

  constructor(private readonly sha256: Sha256) {}

  take({ number, items: [word, ...items] }: PolicyLine): void {
    this.#line = number;
    switch (word) {
      case 'log':
        this.#takeLog(items);
        break;
      case 'witness':
        this.#takeWitness(items);
        break;
      case 'group':
        this.#takeGroup(items);
        break;
      case 'quorum':
        this.#takeQuorum(items);
        break;
      default:
        this.#fail('unknown-line', 'a line must begin with log, witness, group or quorum');
    }
  }

  finish(): TlogPolicy {
    if (this.#quorum === undefined) {
      throw new PolicyFault('no-quorum', `There must be a quorum line; "quorum ${NO_QUORUM}" asks for none.`);
    }
    const quorum = this.#quorum === NO_QUORUM ? {} : { quorum: this.#quorum };
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, ...quorum };
  }

  #takeLog([key, url, ...more]: readonly string[]): void {
    if (key === undefined || more.length > 0) {
      this.#fail('wrong-number-of-items', 'a log line is "log <vkey> [<url>]"');
    }
    this.#logs.push({
      key: this.#key(key, 'cosignature', this.#logs),
      ...(url === undefined ? {} : { url }),
    });
  }

  #takeWitness([name, key, url, ...more]: readonly string[]): void {
    if (name === undefined || key === undefined || more.length > 0) {
      this.#fail('wrong-number-of-items', 'a witness line is "witness <name> <vkey> [<url>]"');
    }
    this.#define(name);
    const witness = { name, key: this.#key(key, 'note', this.#witnesses) };
    this.#witnesses.push({ ...witness, ...(url === undefined ? {} : { url }) });
  }

  #takeGroup([name, count, ...members]: readonly string[]): void {
    if (name === undefined || count === undefined || members.length === 0) {
      this.#fail('wrong-number-of-items', 'a group line is "group <name> <all, any or number> <members>"');
    }
    for (const member of members) {
      if (member === NO_QUORUM || !this.#names.has(member)) {
        this.#fail('unknown-name', `"${member}" is no witness or group of a line before`);
      }
      if (this.#grouped.has(member)) {
        this.#fail('member-twice', `"${member}" is a member already; one witness must not count twice`);
      }
      this.#grouped.add(member);
    }
    this.#define(name);
    this.#groups.push({ name, threshold: this.#threshold(count, members.length), members });
  }

  #takeQuorum([name, ...more]: readonly string[]): void {
    if (name === undefined || more.length > 0) {
      this.#fail('wrong-number-of-items', 'a quorum line is "quorum <name>"');
    }
    if (this.#quorum !== undefined) {
      this.#fail('two-quorums', 'there must be only one quorum line');
    }
    if (!this.#names.has(name)) {
      this.#fail('unknown-name', `"${name}" is no witness or group of a line before`);
    }
    this.#quorum = name;
  }

  /** A key that is not of the type that belongs to the other role, and not given to another of the same role. */
  #key(
    text: string,
    unfit: VerifierKey['kind'],
    others: readonly { readonly key: VerifierKey }[],
  ): VerifierKey {
    const parsed = parseVerifierKey(text, this.sha256);
    if (!parsed.ok) {
      this.#fail('bad-key', parsed.problem.message);
    }
    if (parsed.key.kind === unfit) {
      this.#fail('unfit-key', 'logs sign notes (type 01), witnesses cosign checkpoints (type 04)');
    }
    const material = bytesToHex(parsed.key.publicKey);
    if (others.some(({ key }) => bytesToHex(key.publicKey) === material)) {
      this.#fail('duplicate-key', 'the same key stands in a line before, if under another name');
    }
    return parsed.key;
  }

  #define(name: string): void {
    if (this.#names.has(name)) {
      this.#fail('duplicate-name', `the name "${name}" is taken`);
    }
    this.#names.add(name);
  }

  #threshold(text: string, members: number): number {
    const threshold = text === 'any' ? 1 : text === 'all' ? members : parseDecimal(text);
    if (threshold === undefined || threshold < 1 || threshold > members) {
      this.#fail('bad-threshold', `the number must be "any", "all", or from 1 to ${members}`);
    }
    return threshold;
  }

  #fail(code: PolicyProblemCode, problem: string): never {
    throw new PolicyFault(code, `Line ${this.#line}: ${problem}.`);
  }
}
