import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { ContentLeafSubject } from '../../core/log/leaf-subject.js';
import { type Fingerprint, FINGERPRINT_VERSION } from '../../core/log/leaf-fingerprint.js';
import { idKey } from '../../core/log/leaf-keys.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import type { Claim } from '../ports/claims.js';
import type { Work } from '../ports/works.js';

/** How the log names a work: by its random id, and by everything that it is recognised by. */
export function workSubject(work: Work): ContentLeafSubject {
  const fingerprints = fingerprintsOf(work);
  return {
    kind: 'content',
    work: idInLeaf(work.id),
    ...(work.sha256 === undefined ? {} : { sha256: bytesToHex(work.sha256) }),
    ...(work.md5 === undefined ? {} : { md5: bytesToHex(work.md5) }),
    ...(fingerprints.length === 0 ? {} : { fingerprints }),
  };
}

/** How claims and statements name it. */
export function workInClaim(workId: string): Pick<Claim, 'kind' | 'subjectDigest' | 'subjectKey' | 'canon'> {
  const id = idInLeaf(workId);
  return { kind: 'content', subjectDigest: hexToBytes(id), subjectKey: idKey(id), canon: 0 };
}

/** At most one of each algorithm, sorted as leaves want it. */
function fingerprintsOf({ picture, textHash, soundItems }: Work): Fingerprint[] {
  const version: typeof FINGERPRINT_VERSION = FINGERPRINT_VERSION;
  return [
    ...(soundItems === undefined
      ? []
      : [{ algorithm: 'chromaprint' as const, version, value: bytesToHex(soundItems) }]),
    ...(textHash === undefined
      ? []
      : [{ algorithm: 'iscc-text' as const, version, value: bytesToHex(textHash) }]),
    ...(picture === undefined
      ? []
      : [
          {
            algorithm: 'pdq' as const,
            version,
            value: bytesToHex(picture.hash),
            quality: picture.quality,
          },
        ]),
  ];
}
