/** The verifier against vectors that were made without it: published ones, and those of the standard in schema/vectors. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { encodeBase64 } from '../../src/verifier/base64.js';
import { parseCheckpoint } from '../../src/verifier/checkpoint.js';
import { climb } from '../../src/verifier/climb.js';
import { demandCosignatures } from '../../src/verifier/cosignatures.js';
import { HashTiles } from '../../src/verifier/hash-tiles.js';
import { leafHash, nodeHash, sha256 } from '../../src/verifier/sha256.js';
import { parseNote, signersOf } from '../../src/verifier/signed-note.js';
import { entriesPath, hashesPath, partialPath } from '../../src/verifier/tile-path.js';
import { parseProof } from '../../src/verifier/tlog-proof.js';
import { TreeStack } from '../../src/verifier/tree-stack.js';
import { UnreadableEvidence } from '../../src/verifier/unreadable-evidence.js';
import { VerificationFailed } from '../../src/verifier/verification-failed.js';
import { InvalidKey, parseVerifierKey } from '../../src/verifier/verifier-key.js';
import { verifyProof } from '../../src/verifier/verify-proof.js';
import { parsePolicy, reachesQuorum } from '../../src/verifier/witness-policy.js';

type Texts = Readonly<Record<string, string>>;

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(`schema/vectors/${name}.v1.json`, 'utf8'));
}

/** A file of a vector, given as text or in hexadecimal. */
function bytesOf(vector: Texts, name: string): Buffer {
  return Buffer.from(vector[name] ?? vector[`${name}Hex`] ?? '', vector[name] === undefined ? 'hex' : 'utf8');
}

/** Root of the tree over these entries. */
function rootOf(entries: readonly Buffer[]): string {
  const tree = new TreeStack(() => undefined);
  for (const entry of entries) tree.push(leafHash(entry));
  return encodeBase64(tree.root());
}

function decimals(size: number): Buffer[] {
  return Array.from({ length: size }, (_, index) => Buffer.from(String(index)));
}

describe('A key', () => {
  const keys = vectors('ed25519-key') as Record<'refused' | 'notCanonical' | 'sound', Texts[]>;
  const read = ({ publicKey = '' }: Texts) => {
    const material = Buffer.concat([Buffer.of(1), Buffer.from(publicKey, 'hex')]);
    const id = sha256(Buffer.concat([Buffer.from('log.example\n'), material])).toString('hex', 0, 4);
    return parseVerifierKey(`log.example+${id}+${encodeBase64(material)}`);
  };

  it.each([...keys.refused, ...keys.notCanonical])('is refused where it proves nothing: $reason', (key) => {
    expect(() => read(key)).toThrow(InvalidKey);
  });

  it.each(keys.sound)('is read: $reason', (key) => {
    expect(read(key).publicKey.toString()).toBe(Buffer.from(key['publicKey'] ?? '', 'hex').toString());
  });
});

describe('A signed note that others published', () => {
  it.each([
    [
      'C2SP signed-note',
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
      'This is an example message.\n',
      '\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
    ],
    [
      'the note package of Go',
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
      '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
    ],
  ])('(%s) is by its key, and with any byte of its text changed it is not', (_where, vkey, text, line) => {
    const key = parseVerifierKey(vkey);
    expect(signersOf(parseNote(Buffer.from(`${text}\n${line}`), 'note'), [key])).toEqual([key]);
    for (let at = 0; at < text.length - 1; at += 1) {
      const changed = `${text.slice(0, at)}\u00a7${text.slice(at + 1)}`;
      const note = parseNote(Buffer.from(`${changed}\n${line}`), 'note');
      expect(() => signersOf(note, [key])).toThrow(VerificationFailed);
    }
  });
});

describe('The trees of the Certificate Transparency tests', () => {
  const entries = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];

  it.each([
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %d leaves have the root %s', (size, root) => {
    const leaves = entries.slice(0, size).map((entry) => Buffer.from(entry, 'hex'));
    expect(Buffer.from(rootOf(leaves), 'base64').toString('hex')).toBe(root);
  });
});

describe('The vectors of merkle-tree.v1.json', () => {
  const { roots, nodes, counting, inclusion, refusedInclusion } = vectors('merkle-tree') as {
    roots: { entries: string[]; root: string }[];
    nodes: { left: string; right: string; hash: string }[];
    counting: { size: number; root: string }[];
    inclusion: { index: number; size: number; proof: string[] }[];
    refusedInclusion: { leafHash: string; index: number; size: number; root: string; proof: string[] }[];
  };
  const hashes = (texts: readonly string[]) => texts.map((text) => Buffer.from(text, 'base64'));

  it('have the roots that are recomputed here', () => {
    for (const { entries, root } of roots)
      expect(rootOf(entries.map((entry) => Buffer.from(entry)))).toBe(root);
    for (const { size, root } of counting) expect(rootOf(decimals(size))).toBe(root);
    for (const { left, right, hash } of nodes) {
      expect(encodeBase64(nodeHash(Buffer.from(left, 'base64'), Buffer.from(right, 'base64')))).toBe(hash);
    }
  });

  it('hold proofs that lead to the root', () => {
    for (const { index, size, proof } of inclusion) {
      const leaf = leafHash(Buffer.from(String(index)));
      const steps = climb(leaf, index, size, hashes(proof));
      expect(steps).toHaveLength(proof.length);
      expect(encodeBase64(steps?.at(-1)?.result ?? leaf)).toBe(rootOf(decimals(size)));
    }
  });

  it('hold refused proofs that do not', () => {
    const right = refusedInclusion.filter(({ leafHash: text, index, size, root, proof }) => {
      const leaf = Buffer.from(text, 'base64');
      const isWellFormed =
        [leaf, ...hashes(proof)].every(({ length }) => length === 32) && Number.isInteger(size);
      const steps = isWellFormed ? climb(leaf, index, size, hashes(proof)) : undefined;
      return steps !== undefined && encodeBase64(steps.at(-1)?.result ?? leaf) === root;
    });
    expect(right).toEqual([]);
  });
});

describe('The vectors of signed-note.v1.json', () => {
  const { keys, refusedKeys, verified, refusedByKeys, refused } = vectors('signed-note') as {
    keys: { vkey: string; name: string; keyId: string }[];
    refusedKeys: { vkey: string; reason: string }[];
    verified: { keys: string[]; note: string; signers: string[]; reason: string }[];
    refusedByKeys: { keys: string[]; note: string; reason: string }[];
    refused: Texts[];
  };

  it('have keys that are read as they say', () => {
    for (const { vkey, name, keyId } of keys)
      expect(parseVerifierKey(vkey)).toMatchObject({ name, id: keyId });
  });

  it.each(refusedKeys)('refuse a key: $reason', ({ vkey }) => {
    expect(() => parseVerifierKey(vkey)).toThrow(InvalidKey);
  });

  it.each(verified)('verify: $reason', ({ keys: vkeys, note, signers }) => {
    const found = signersOf(parseNote(Buffer.from(note), 'note'), [...new Set(vkeys)].map(parseVerifierKey));
    expect(found.map(({ name }) => name).toSorted()).toEqual(signers.toSorted());
  });

  it.each(refusedByKeys)('refuse for these keys: $reason', ({ keys: vkeys, note }) => {
    const signers = () => {
      const found = signersOf(parseNote(Buffer.from(note), 'note'), vkeys.map(parseVerifierKey));
      if (found.length === 0) throw new VerificationFailed('unknown-signer', 'Nobody signed it.');
    };
    expect(signers).toThrow(VerificationFailed);
  });

  it.each(refused)('refuse to read: $reason', (vector) => {
    expect(() => parseNote(bytesOf(vector, 'note'), 'note')).toThrow(VerificationFailed);
  });
});

describe('The vectors of checkpoint.v1.json', () => {
  const { texts, refused, notes } = vectors('checkpoint') as {
    texts: { text: string; origin: string; size: number; root: string; reason: string }[];
    refused: { text: string; reason: string }[];
    notes: { keys: string[]; note: string; origin?: string; reason: string }[];
  };
  const signed = (text: string) => Buffer.from(`${text}\n\u2014 x.example AAAAAAA=\n`);

  it.each(texts)('are read: $reason', ({ text, origin, size, root }) => {
    const checkpoint = parseCheckpoint(signed(text), 'checkpoint');
    expect({ ...checkpoint, root: encodeBase64(checkpoint.root) }).toMatchObject({ origin, size, root });
  });

  it.each(refused)('refuse to read: $reason', ({ text }) => {
    expect(() => parseCheckpoint(signed(text), 'checkpoint')).toThrow(VerificationFailed);
  });

  it.each(notes)('say whose it is: $reason', ({ keys, note, origin }) => {
    const open = () => {
      const checkpoint = parseCheckpoint(Buffer.from(note), 'checkpoint');
      const signers = signersOf(checkpoint.note, keys.map(parseVerifierKey));
      if (signers.some(({ name }) => name === checkpoint.origin)) return checkpoint.origin;
      throw new VerificationFailed('unknown-signer', 'The log did not sign it.');
    };
    if (origin === undefined) expect(open).toThrow(VerificationFailed);
    else expect(open()).toBe(origin);
  });
});

describe('The vectors of cosignature.v1.json', () => {
  const { vkey, cosigned, refused } = vectors('cosignature') as {
    vkey: string;
    cosigned: { text: string; time: string; line: string; reason: string }[];
    refused: { text: string; signature: string; reason: string }[];
  };
  const policy = parsePolicy(Buffer.from(`witness W ${vkey}\nquorum W\n`), 'policy');
  const { name, id } = parseVerifierKey(vkey);

  it.each(cosigned)('hold: $reason', ({ text, time, line }) => {
    const note = parseNote(Buffer.from(`${text}\n${line}`), 'note');
    expect(demandCosignatures(note, policy)).toEqual([{ witness: 'W', time: BigInt(time) }]);
  });

  it.each(refused)('do not: $reason', ({ text, signature }) => {
    const blob = Buffer.concat([Buffer.from(id, 'hex'), Buffer.from(signature, 'base64')]).toString('base64');
    const demand = () =>
      demandCosignatures(parseNote(Buffer.from(`${text}\n\u2014 ${name} ${blob}\n`), 'note'), policy);
    expect(demand).toThrow(VerificationFailed);
  });
});

describe('The vectors of tlog-policy.v1.json', () => {
  const { policies, refused, quorums } = vectors('tlog-policy') as {
    policies: (Texts & { logs: string[][]; witnesses: string[][]; groups: [string, number, string[]][] })[];
    refused: Texts[];
    quorums: { policy: string; witnesses: string[]; enough: boolean }[];
  };

  it.each(policies)('are read: $reason', (vector) => {
    const policy = parsePolicy(bytesOf(vector, 'policy'), 'policy');
    const asHex = vector['policy'] === undefined;
    const named = (text: string) => Buffer.from(text, 'latin1').toString(asHex ? 'hex' : 'utf8');
    expect(policy.logs.map(({ name }) => name)).toEqual(vector.logs.map(([name]) => name));
    expect([...policy.witnesses].map(([name, key]) => [named(name), key.name])).toEqual(
      vector.witnesses.map(([name, keyName]) => [name, keyName]),
    );
    const groups = [...policy.groups].map(([name, { threshold, members }]) => [
      named(name),
      threshold,
      members.map(named),
    ]);
    expect(groups).toEqual(vector.groups);
  });

  it.each(refused)('refuse to read: $reason', (vector) => {
    expect(() => parsePolicy(bytesOf(vector, 'policy'), 'policy')).toThrow(UnreadableEvidence);
  });

  it.each(quorums)('say whether $witnesses are enough: $enough', ({ policy, witnesses, enough }) => {
    expect(reachesQuorum(parsePolicy(Buffer.from(policy), 'policy'), new Set(witnesses))).toBe(enough);
  });
});

describe('The vectors of tile-path.v1.json', () => {
  const { paths, trees } = vectors('tile-path') as {
    paths: { path: string; kind: string; level: number; index: number; width: number }[];
    trees: { size: number; tiles: string[] }[];
  };

  it.each(paths)('name $path', ({ path, kind, level, index, width }) => {
    const full = kind === 'entries' ? entriesPath(index) : hashesPath(level, index);
    expect(width === 256 ? full : partialPath(full, width)).toBe(path);
  });

  it.each(trees)('list the tiles of $size leaves', ({ size, tiles }) => {
    const gathered = new HashTiles();
    const tree = new TreeStack((height, hash) => {
      gathered.add(height, hash);
    });
    for (const entry of decimals(size)) tree.push(leafHash(entry));
    const full = gathered.takeFull().map(({ path }) => path);
    const partial = gathered.partial().map(({ path, width }) => partialPath(path, width));
    expect([...full, ...partial].toSorted()).toEqual(
      tiles.filter((path) => !path.includes('entries')).toSorted(),
    );
  });
});

describe('The vectors of tlog-proof.v1.json', () => {
  const { verified, refusedByPolicy, refused } = vectors('tlog-proof') as {
    verified: { proof: string; policy: string; index: number; size: number; reason: string }[];
    refusedByPolicy: { proof: string; policy: string; leafHash: string; reason: string }[];
    refused: Texts[];
  };
  const verify = (proof: string, policyText: string, leaf: Buffer) => {
    const policy = parsePolicy(Buffer.from(policyText), 'policy');
    return verifyProof(
      Buffer.from(proof),
      { path: 'proof', leaf, anchors: policy.logs, policy },
      () => undefined,
    );
  };

  it.each(verified)('verify: $reason', ({ proof, policy, index, size }) => {
    expect(verify(proof, policy, Buffer.from(String(index)))).toMatchObject({ index, size, isSigned: true });
  });

  // A hash of another length has no leaf, and is no matter of ours: leaves are given, not their hashes.
  const ofLeaves = refusedByPolicy.flatMap((vector) => {
    const leaf = decimals(20).find((entry) => encodeBase64(leafHash(entry)) === vector.leafHash);
    return leaf === undefined ? [] : [{ ...vector, leaf }];
  });

  it('refuse at least a dozen proofs for their policies', () => {
    expect(ofLeaves.length).toBeGreaterThanOrEqual(12);
  });

  it.each(ofLeaves)('refuse for this policy: $reason', ({ proof, policy, leaf }) => {
    const prove = () => {
      if (!verify(proof, policy, leaf).isSigned) throw new VerificationFailed('no-key', 'Nobody is trusted.');
    };
    expect(prove).toThrow(VerificationFailed);
  });

  it.each(refused)('refuse to read: $reason', (vector) => {
    expect(() => parseProof(bytesOf(vector, 'proof'), 'proof')).toThrow(VerificationFailed);
  });
});
