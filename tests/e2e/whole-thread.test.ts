import { afterAll, beforeAll } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAION_LIKE, writeLaionLikeParquet } from '../support/laion-like-parquet.js';
import { tellTheWholeThread } from '../support/whole-thread.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-laion-like-'));
  await writeLaionLikeParquet(join(folder, 'rows.parquet'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

tellTheWholeThread('one thread through the registry, on LAION-like rows', {
  ...LAION_LIKE,
  parquet: () => join(folder, 'rows.parquet'),
});
