import { hexToBytes } from '@noble/hashes/utils.js';
import type { ClaimLeaf } from '../../core/log/claim-leaf.js';
import type { FingerprintAlgorithm } from '../../core/log/leaf-fingerprint.js';
import type { ContentLeafSubject } from '../../core/log/leaf-subject.js';
import { uuidOfLeaf } from '../claims/claim-leaves.js';
import type { Stores } from '../ports/registry-store.js';
import type { Work, WorkParts } from '../ports/works.js';

/** A work as the log alone knows it. */
export async function workOfLeaf(
  stores: Stores,
  { claim, claimant, time }: ClaimLeaf,
  { work, sha256, md5, fingerprints = [] }: ContentLeafSubject,
): Promise<Work> {
  const find = (algorithm: FingerprintAlgorithm) => fingerprints.find((one) => one.algorithm === algorithm);
  const [pdq, text, sound] = [find('pdq'), find('iscc-text'), find('chromaprint')];
  return {
    id: uuidOfLeaf(work),
    claimId: uuidOfLeaf(claim),
    accountId: await stores.accounts.idOf(claimant),
    medium: sound ? 'audio' : text ? 'text' : 'image',
    title: undefined,
    sha256: sha256 === undefined ? undefined : hexToBytes(sha256),
    md5: md5 === undefined ? undefined : hexToBytes(md5),
    width: undefined,
    height: undefined,
    picture: pdq && { algorithm: 'pdq', version: 1, hash: hexToBytes(pdq.value), quality: pdq.quality ?? 0 },
    textHash: text && hexToBytes(text.value),
    soundItems: sound && hexToBytes(sound.value),
    identifiers: {},
    waitsSince: undefined,
    lookedForAt: undefined,
    createdAt: new Date(time),
  };
}

/**
 * What it can be looked for by. Of parts, and of its picture mirrored or turned, the log says nothing: such copies are met again once
 * its file is registered anew.
 */
export function partsOfLeaf({ picture }: Work): WorkParts {
  const wholes = picture === undefined ? [] : [{ orientation: 'upright' as const, hash: picture.hash }];
  return { wholes, regions: [], locations: [], meaning: undefined };
}
