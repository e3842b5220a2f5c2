import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './usage-error.js';

/** The API key that a file holds. @throws UsageError where it cannot be read, or is empty */
export async function readApiKey({ cwd }: { readonly cwd: string }, keyFile: string): Promise<string> {
  const key = await readFile(resolve(cwd, keyFile), 'utf8').catch(() => '');
  if (key.trim() !== '') return key.trim();
  throw new UsageError(
    `${keyFile} cannot be read, or holds no API key. Make a key on the registry's page for builders, and give --key-file the file that holds it.`,
  );
}
