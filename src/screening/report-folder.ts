import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScreenedPicture } from '../app/ports/screening.js';
import type { Seal } from './seal-for-recipient.js';

/** Places and hashes that are known to be reported; beyond that, the file system is asked. */
const MOST_REMEMBERED = 10_000;

/**
 * Reports for the operator alone: a file for each place and hash, mode 0600, in a folder of mode 0700. With a recipient each is sealed, so
 * that whoever gets hold of the folder cannot read them.
 */
export class ReportFolder {
  readonly #reported = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly seal: Seal | undefined,
  ) {}

  async add({ place, match, at }: ScreenedPicture): Promise<void> {
    const { kind, ...where } = place;
    const name = createHash('sha256')
      .update(JSON.stringify([kind, where, match.algorithm, match.hex]))
      .digest('hex')
      .slice(0, 32);
    if (this.#reported.has(name)) return;
    const report = {
      metAt: at.toISOString(),
      met: kind,
      ...where,
      known: `${match.algorithm}:${match.hex}`,
      distance: match.distance,
    };
    const plain = Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
    const [bytes, ending] = this.seal ? [await this.seal(plain), 'json.age'] : [plain, 'json'];
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeOnce(join(this.folder, `${kind}-${name}.${ending}`), bytes);
    if (this.#reported.size >= MOST_REMEMBERED) this.#reported.clear();
    this.#reported.add(name);
  }
}

/** What was reported before keeps its first date. */
async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  let file;
  try {
    file = await open(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    // Half a report would keep the whole one from being written.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
