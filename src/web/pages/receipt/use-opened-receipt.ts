import { useEffect, useState } from 'react';
import type { OpenedReceipt } from '../../verification/open-receipt.js';

/** In bytes; one of a thousand files has some 300,000. */
const MOST_BYTES = 20_000_000;

/** `not-run`: this browser could not load or run what reads receipts. Nothing was shown then. */
export type Opening = { readonly kind: 'none' | 'reading' | 'too-large' | 'not-run' } | OpenedReceipt;

/** Reads a file as a receipt, and again whenever other keys are given. The file does not leave the device. */
export function useOpenedReceipt(file: File | undefined, keys: readonly string[]): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'none' });
  const keyText = keys.join('\n');

  useEffect(() => {
    if (file === undefined) return undefined;
    let isLast = true;
    setOpening({ kind: 'reading' });
    void open(file, keyText.split('\n'))
      .catch((): Opening => ({ kind: 'not-run' }))
      .then((opened) => {
        if (isLast) setOpening(opened);
      });
    return () => {
      isLast = false;
    };
  }, [file, keyText]);
  return opening;
}

async function open(file: File, keys: readonly string[]): Promise<Opening> {
  if (file.size > MOST_BYTES) return { kind: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { openReceipt } = await import('../../verification/open-receipt.js');
  return openReceipt(bytes, keys);
}
