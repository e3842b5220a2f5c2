import type { OutgoingRequests } from '../app/ports/surroundings.js';
import { MODEL_FILES, type ModelFile } from './model-files.js';
import { ModelNotPulled } from './model-not-pulled.js';

/** One file as a hub lists it. */
export interface ListedFile {
  readonly path: ModelFile;
  readonly size: number;
  /** What its bytes must hash to: SHA-256 of large files, of others SHA-1 of Git's blob. Lower-case hexadecimal. */
  readonly digest: { readonly algorithm: 'sha256' | 'git-sha1'; readonly hex: string };
}

export interface HubListing {
  /** The commit that the files are of. */
  readonly commit: string;
  readonly files: readonly ListedFile[];
}

const MOST_LISTING_BYTES = 4_000_000;

/**
 * What a hub has of a model, by the interface that Hugging Face's hub and its mirrors share: `/api/models/NAME/revision/REV`
 * and `/api/models/NAME/tree/COMMIT`.
 * @param hub base address without a trailing slash
 * @throws ModelNotPulled
 */
export async function listModel(
  outgoing: OutgoingRequests,
  hub: string,
  name: string,
  revision: string,
): Promise<HubListing> {
  const about = await readJson(
    outgoing,
    `${hub}/api/models/${name}/revision/${encodeURIComponent(revision)}`,
  );
  const commit = (about as { sha?: unknown } | null)?.sha;
  if (typeof commit !== 'string' || !/^[0-9a-f]{40,64}$/.test(commit)) {
    throw new ModelNotPulled('bad-answer', `${hub} does not say which commit "${revision}" of ${name} is.`);
  }
  const listed = await readJson(outgoing, `${hub}/api/models/${name}/tree/${commit}?recursive=true`);
  if (!Array.isArray(listed)) {
    throw new ModelNotPulled('bad-answer', `${hub} does not list the files of ${name}.`);
  }
  const files = MODEL_FILES.map((path) => listedFile(listed, path));
  const missing = MODEL_FILES.filter((_, at) => files[at] === undefined);
  if (missing.length > 0) {
    throw new ModelNotPulled(
      'not-clip',
      `${name} lacks ${missing.join(', ')}: it is no CLIP-like model in two ONNX graphs. Choose a converted one, such as ` +
        'Xenova/clip-vit-base-patch32.',
    );
  }
  return { commit, files: files.filter((file) => file !== undefined) };
}

async function readJson(outgoing: OutgoingRequests, url: string): Promise<unknown> {
  const answer = await outgoing
    .get(url, { maxBytes: MOST_LISTING_BYTES, timeoutMs: 30_000 })
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new ModelNotPulled('unreachable', `${url} was not reached. ${why}`, { cause: error });
    });
  if (answer.status === 401 || answer.status === 404) {
    throw new ModelNotPulled(
      'not-found',
      `There is no public model at ${url} (status ${answer.status}). Check the name and the revision.`,
    );
  }
  if (answer.status !== 200) {
    throw new ModelNotPulled('unreachable', `${url} answered with status ${answer.status}. Try again later.`);
  }
  try {
    return JSON.parse(new TextDecoder().decode(answer.body));
  } catch (error) {
    throw new ModelNotPulled('bad-answer', `${url} did not answer in JSON.`, { cause: error });
  }
}

function listedFile(listed: readonly unknown[], path: ModelFile): ListedFile | undefined {
  const found = listed.find((one) => (one as { path?: unknown } | null)?.path === path) as
    { size?: unknown; oid?: unknown; lfs?: { oid?: unknown } | null } | undefined;
  if (!found || !Number.isSafeInteger(found.size) || Number(found.size) < 1) return undefined;
  const size = Number(found.size);
  const large = found.lfs?.oid;
  if (typeof large === 'string' && /^[0-9a-f]{64}$/.test(large)) {
    return { path, size, digest: { algorithm: 'sha256', hex: large } };
  }
  if (typeof found.oid === 'string' && /^[0-9a-f]{40}$/.test(found.oid)) {
    return { path, size, digest: { algorithm: 'git-sha1', hex: found.oid } };
  }
  return undefined;
}
