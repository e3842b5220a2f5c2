import type { PictureFormat } from './picture-format.js';
import { PictureRefused } from './picture-refused.js';

/** What to do about the formats that people give most often. */
const FIXES: Partial<Record<PictureFormat, string>> = {
  heic: 'Save it as JPEG first; on an iPhone, Settings, Camera, Formats, “Most Compatible” makes it take JPEGs.',
  svg: 'It is a drawing that would have to be carried out: export it as PNG.',
  pdf: 'It is a document: export the picture in it as PNG or JPEG.',
};

/** For what is no picture (null) or one that is not decoded. */
export function refusalOfFormat(format: PictureFormat | null): PictureRefused {
  if (format === null) {
    return new PictureRefused(
      'not-a-picture',
      'This file is not a picture. Give a JPEG, PNG, WebP, GIF or AVIF.',
    );
  }
  const fix = FIXES[format] ?? 'Give the picture as JPEG, PNG, WebP, GIF or AVIF.';
  return new PictureRefused('format-unsupported', `${format.toUpperCase()} is not read. ${fix}`);
}
