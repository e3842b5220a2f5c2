/** Trust policies, c2sp.org/tlog-policy: which logs and witnesses are known, and whose cosignatures together suffice. */
import { shown } from './shown.js';
import { UnreadableEvidence } from './unreadable-evidence.js';
import { InvalidKey, KEY_TYPES, parseVerifierKey, type VerifierKey } from './verifier-key.js';

export interface WitnessPolicy {
  readonly logs: readonly VerifierKey[];
  /** By the name that the policy gives them: its octets, a character each. `policyName` makes text of it. */
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  readonly groups: ReadonlyMap<string, WitnessGroup>;
  /** Of a witness or group; undefined where the policy asks for no cosignature. */
  readonly quorum: string | undefined;
}

interface WitnessGroup {
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Throws UnreadableEvidence that names the line. @param path of the file, for messages */
export function parsePolicy(bytes: Uint8Array, path: string): WitnessPolicy {
  const reader = new PolicyReader();
  // Names are opaque octets: Latin-1 keeps each as it is, so that no two of them can become one.
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  if (lines.pop() !== '') {
    throw new UnreadableEvidence(`${path} does not end in a newline. If it is whole, add one.`);
  }
  for (const [index, line] of lines.entries()) {
    try {
      reader.read(line);
    } catch (error) {
      const why = error instanceof PolicyMistake || error instanceof InvalidKey ? error.message : undefined;
      if (why === undefined) throw error;
      throw new UnreadableEvidence(`${path}, line ${index + 1}: ${why}`, { cause: error });
    }
  }
  const policy = reader.policy();
  if (policy === undefined)
    throw new UnreadableEvidence(`${path} has no quorum line. Add one, such as "quorum none".`);
  return policy;
}

/** A name of the policy for people, for whom its octets are UTF-8. */
export function policyName(name: string): string {
  return shown(Buffer.from(name, 'latin1').toString('utf8'));
}

/** Whether those who cosigned suffice. @param cosigners names of witnesses in the policy */
export function reachesQuorum(policy: WitnessPolicy, cosigners: ReadonlySet<string>): boolean {
  return policy.quorum === undefined || vouches(policy, policy.quorum, cosigners);
}

function vouches(policy: WitnessPolicy, name: string, cosigners: ReadonlySet<string>): boolean {
  const group = policy.groups.get(name);
  if (group === undefined) return cosigners.has(name);
  return group.members.filter((member) => vouches(policy, member, cosigners)).length >= group.threshold;
}

class PolicyMistake extends Error {}

class PolicyReader {
  readonly #logs: VerifierKey[] = [];
  readonly #witnesses = new Map<string, VerifierKey>();
  readonly #groups = new Map<string, WitnessGroup>();
  readonly #grouped = new Set<string>();
  #quorum: { readonly name: string | undefined } | undefined;

  read(line: string): void {
    // eslint-disable-next-line no-control-regex -- The specification allows no control character but the tab.
    if (/[\0-\x08\x0b-\x1f\x7f]/.test(line)) throw new PolicyMistake('There is a control character.');
    const [keyword, ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (keyword === undefined || keyword.startsWith('#')) return;
    if (keyword === 'log') this.#readLog(words);
    else if (keyword === 'witness') this.#readWitness(words);
    else if (keyword === 'group') this.#readGroup(words);
    else if (keyword === 'quorum') this.#readQuorum(words);
    else throw new PolicyMistake(`"${policyName(keyword)}" is none of log, witness, group and quorum.`);
  }

  policy(): WitnessPolicy | undefined {
    if (this.#quorum === undefined) return undefined;
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, quorum: this.#quorum.name };
  }

  #readLog([vkey, , ...more]: readonly string[]): void {
    if (vkey === undefined || more.length > 0) throw new PolicyMistake('Write: log VKEY [URL]');
    this.#logs.push(this.#newKey(vkey, this.#logs, KEY_TYPES.witness));
  }

  #readWitness([name, vkey, , ...more]: readonly string[]): void {
    if (name === undefined || vkey === undefined || more.length > 0) {
      throw new PolicyMistake('Write: witness NAME VKEY [URL]');
    }
    this.#refuseTaken(name);
    this.#witnesses.set(name, this.#newKey(vkey, [...this.#witnesses.values()], KEY_TYPES.log));
  }

  #readGroup([name, count, ...members]: readonly string[]): void {
    if (name === undefined || count === undefined || members.length === 0) {
      throw new PolicyMistake('Write: group NAME all|any|NUMBER MEMBER…');
    }
    this.#refuseTaken(name);
    for (const member of members) {
      this.#refuseUndefined(member);
      if (this.#grouped.has(member)) {
        throw new PolicyMistake(`${policyName(member)} is a member already: each may count in one way only.`);
      }
      this.#grouped.add(member);
    }
    this.#groups.set(name, { threshold: thresholdOf(count, members.length), members });
  }

  #readQuorum([name, ...more]: readonly string[]): void {
    if (name === undefined || more.length > 0) throw new PolicyMistake('Write: quorum NAME|none');
    if (this.#quorum !== undefined)
      throw new PolicyMistake('There is a quorum already: keep one of the two.');
    if (name !== 'none') this.#refuseUndefined(name);
    this.#quorum = { name: name === 'none' ? undefined : name };
  }

  #newKey(text: string, others: readonly VerifierKey[], wrongType: number): VerifierKey {
    const key = parseVerifierKey(Buffer.from(text, 'latin1').toString('utf8'));
    if (key.type === wrongType)
      throw new PolicyMistake('The key is of a type that the other kind of line takes.');
    if (others.some(({ publicKey }) => Buffer.compare(publicKey, key.publicKey) === 0)) {
      throw new PolicyMistake(
        'The key stands in an earlier line of this kind: one holder would count twice.',
      );
    }
    return key;
  }

  #refuseTaken(name: string): void {
    if (name === 'none' || this.#witnesses.has(name) || this.#groups.has(name)) {
      throw new PolicyMistake(`The name ${policyName(name)} is taken: choose another.`);
    }
  }

  #refuseUndefined(name: string): void {
    if (!this.#witnesses.has(name) && !this.#groups.has(name)) {
      throw new PolicyMistake(`No witness or group above is named ${policyName(name)}.`);
    }
  }
}

function thresholdOf(count: string, members: number): number {
  if (count === 'any') return 1;
  if (count === 'all') return members;
  const threshold = /^[1-9][0-9]{0,8}$/.test(count) ? Number(count) : 0;
  if (threshold < 1 || threshold > members) {
    throw new PolicyMistake(`How many must cosign is written all, any, or a number from 1 to ${members}.`);
  }
  return threshold;
}
