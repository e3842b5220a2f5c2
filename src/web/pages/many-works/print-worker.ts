/** Makes fingerprints beside the page, so that it stays quick: one file at a time, each answered. */
import { printFile, type Unprinted } from './print-file.js';
import type { WorkPrints } from '../works/send-file.js';

export type Printed = { readonly prints: WorkPrints } | { readonly why: Unprinted };

addEventListener('message', ({ data }: MessageEvent<File>) => {
  printFile(data).then(
    (printed) => {
      postMessage(printed);
    },
    () => {
      postMessage({ why: 'not-a-picture' });
    },
  );
});
