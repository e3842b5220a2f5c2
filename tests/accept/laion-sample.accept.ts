import { join } from 'node:path';
import { tellTheWholeThread } from '../support/whole-thread.js';

const data = process.env['ASSENT_ACCEPT_DATA'] ?? '';

tellTheWholeThread('one thread through the registry, on real LAION-400M rows', {
  parquet: () => join(data, 'laion-400m-10k.parquet'),
  rows: 10_000,
  rejected: { 'not-a-url': 1 },
  domain: 'rlv.zcache.com',
  word: 'watercolor',
});
