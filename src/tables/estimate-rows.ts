import { open } from 'node:fs/promises';

const SAMPLE_BYTES = 262_144;

/** About how many lines a text file has, going by its first ones; undefined for one that is packed. */
export async function estimateRows(path: string): Promise<number | undefined> {
  if (/\.(gz|zst)$/i.test(path)) return undefined;
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const lines = buffer.subarray(0, bytesRead).reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0);
    return lines === 0 ? undefined : Math.round((size / bytesRead) * lines);
  } finally {
    await file.close();
  }
}
