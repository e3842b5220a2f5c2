import { resolve } from 'node:path';
import type { NoteSigner } from '../../core/tlog/sign-note.js';
import { makeKeyFile, readKeyFile } from '../../log-key/key-file.js';
import { UsageError } from '../usage-error.js';
import type { CommandIo } from '../io.js';

/** Where a builder's key is looked for unless another file is named. */
export const RECEIPT_KEY = 'assent-receipt.key';

/** The builder's own key, if there is one. Throws UsageError for a file that was named and is not there. */
export async function receiptSigner(
  io: CommandIo,
  named: string | undefined,
): Promise<NoteSigner | undefined> {
  const signers = await readKeyFile(resolve(io.cwd, named ?? RECEIPT_KEY));
  if (signers === undefined && named !== undefined) {
    throw new UsageError(`There is no key at ${named}. "assent receipt key --out ${named}" makes one.`);
  }
  return signers?.at(-1);
}

/** Makes the file with a new key, unless it is there; answers the key that signs. */
export async function makeReceiptKey(
  io: CommandIo,
  path: string,
  name: string,
): Promise<NoteSigner | undefined> {
  const place = resolve(io.cwd, path);
  return ((await readKeyFile(place)) ?? (await makeKeyFile(place, name))).at(-1);
}
