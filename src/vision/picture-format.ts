/** The formats that are decoded. */
const ACCEPTED_FORMATS = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const;

export type AcceptedFormat = (typeof ACCEPTED_FORMATS)[number];

/** Formats that are recognised only to say so: documents and programs rather than pixels, or too costly to decode. */
type OtherFormat = 'svg' | 'pdf' | 'heic' | 'tiff' | 'bmp' | 'ico' | 'psd' | 'jpeg-xl' | 'jpeg-2000';

export type PictureFormat = AcceptedFormat | OtherFormat;

/** First bytes in Latin-1; the pictures whose format lies deeper are looked at one by one. */
const SIGNATURES: readonly (readonly [start: string, format: PictureFormat])[] = [
  ['\xff\xd8\xff', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['%PDF-', 'pdf'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  ['BM', 'bmp'],
  ['\0\0\x01\0', 'ico'],
  ['8BPS', 'psd'],
  ['\xff\x0a', 'jpeg-xl'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'jpeg-xl'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'jpeg-2000'],
];

/** Brands of ISO base media files (ISO/IEC 14496-12 §4.3) that hold one picture coded as AV1, or as HEVC. */
const AVIF_BRANDS: ReadonlySet<string> = new Set(['avif', 'avis']);
const HEIC_BRANDS: ReadonlySet<string> = new Set([
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'heif',
  'mif1',
  'msf1',
]);

/** How far into a text an `<svg` element is looked for, after declarations and comments. */
const SVG_SEARCH_BYTES = 4_096;

/** Tells the format from the bytes alone, never from a name or a header; null when they begin like no picture. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const start = latin1(bytes.subarray(0, 12));
  const signature = SIGNATURES.find(([magic]) => start.startsWith(magic));
  if (signature !== undefined) return signature[1];
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return 'webp';
  if (start.slice(4, 8) === 'ftyp') return isoMediaFormat(bytes);
  return isSvg(bytes) ? 'svg' : null;
}

export function isAccepted(format: PictureFormat): format is AcceptedFormat {
  return (ACCEPTED_FORMATS as readonly PictureFormat[]).includes(format);
}

/** The major brand decides; a generic one (`mif1`) leaves it to the compatible brands. */
function isoMediaFormat(bytes: Uint8Array): PictureFormat | null {
  const boxLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const box = latin1(bytes.subarray(8, Math.min(boxLength, 256)));
  const major = box.slice(0, 4);
  const compatible = (box.slice(8).match(/[^]{4}/g) ?? []).some((brand) => AVIF_BRANDS.has(brand));
  if (AVIF_BRANDS.has(major) || ((major === 'mif1' || major === 'msf1') && compatible)) return 'avif';
  return HEIC_BRANDS.has(major) ? 'heic' : null;
}

function isSvg(bytes: Uint8Array): boolean {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const text = new TextDecoder(wide ?? 'utf-8').decode(bytes.subarray(0, SVG_SEARCH_BYTES)).trimStart();
  return text.startsWith('<') && /<(?:[a-z]+:)?svg[\s>/]/i.test(text);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
