import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fingerprintPicture } from '../../../core/likeness/fingerprint-picture.js';
import { luminanceOf } from '../../../core/likeness/luminance.js';
import { orientedHashes } from '../../../core/likeness/oriented-hashes.js';
import { textFingerprint } from '../../../core/likeness/text-fingerprint.js';
import { mediumOf, type WorkPrints } from '../works/send-file.js';

/** Why a file is not fingerprinted here. */
export type Unprinted = 'too-large' | 'not-a-picture' | 'not-text';

const MOST_BYTES = 100_000_000;
const MOST_TEXT_BYTES = 400_000;
/** Below that a text says too little to be recognised by anything but its bytes. */
const LEAST_CHARACTERS = 100;
/** As long an edge as likeness is computed of. */
const EDGE = 512;

/** Makes the fingerprints of a file where it lies. Of a recording these are digests alone: see docs/works.md. */
export async function printFile(
  file: File,
): Promise<{ readonly prints: WorkPrints } | { readonly why: Unprinted }> {
  const medium = mediumOf(file);
  if (file.size > (medium === 'TEXT' ? MOST_TEXT_BYTES : MOST_BYTES)) {
    return { why: 'too-large' };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digests = { medium, sha256: bytesToHex(sha256(bytes)), md5: bytesToHex(md5(bytes)) };
  switch (medium) {
    case 'AUDIO':
      return { prints: digests };
    case 'TEXT':
      return printText(bytes, digests);
    case 'IMAGE':
      return printPicture(file, digests);
  }
}

function printText(bytes: Uint8Array, digests: WorkPrints): { prints: WorkPrints } | { why: Unprinted } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { why: 'not-text' };
  }
  const { hash, characters } = textFingerprint(text);
  return { prints: { ...digests, ...(characters < LEAST_CHARACTERS ? {} : { text: bytesToHex(hash) }) } };
}

async function printPicture(
  file: File,
  digests: WorkPrints,
): Promise<{ prints: WorkPrints } | { why: Unprinted }> {
  // The way up that its EXIF orientation says, as it is shown.
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (bitmap === undefined) {
    return { why: 'not-a-picture' };
  }
  const size = { width: bitmap.width, height: bitmap.height };
  const picture = luminanceOf(...drawn(bitmap));
  bitmap.close();
  const { whole, regions } = fingerprintPicture(picture);
  return {
    prints: {
      ...digests,
      ...size,
      pdq: orientedHashes(picture).map((hash) => bytesToHex(hash)),
      quality: whole.quality,
      regions: regions.map(({ hash, quality, region }) => ({ hash: bytesToHex(hash), quality, ...region })),
    },
  };
}

/** Red, green and blue of a picture on white, made as small as likeness takes it. */
function drawn(bitmap: ImageBitmap): [rgb: Uint8Array, width: number, height: number] {
  const scale = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) {
    throw new Error('This browser draws no pictures beside the page.');
  }
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(3 * width * height);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  return [rgb, width, height];
}
