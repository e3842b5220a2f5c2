import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../core/bytes/utf8.js';
import { nodeSha256 } from '../log-key/node-sha256.js';

/** By which c2sp.org/tlog-witness names a log in addresses, and this witness names its files: 64 lower-case digits. */
export function originHash(origin: string): string {
  return bytesToHex(nodeSha256(encodeUtf8(origin)));
}
