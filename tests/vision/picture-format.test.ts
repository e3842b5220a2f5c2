import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAccepted, pictureFormat } from '../../src/vision/picture-format.js';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** An ISO base media file that begins with a `ftyp` box of these brands. */
function isoMedia(major: string, ...compatible: readonly string[]): string {
  return `\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}`;
}

describe('pictureFormat', () => {
  it.each<readonly [text: string, expected: string | null, reason: string]>([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg', 'JFIF'],
    ['\xff\xd8\xff\xe1\0\x10Exif', 'jpeg', 'EXIF'],
    ['\xff\xd8\xff<html>', 'jpeg', 'the start counts, whatever follows'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png', ''],
    ['GIF87a', 'gif', 'without animation'],
    ['GIF89a', 'gif', ''],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'webp', ''],
    [isoMedia('avif'), 'avif', 'by its own brand'],
    [isoMedia('avis', 'avif'), 'avif', 'a sequence'],
    [isoMedia('mif1', 'miaf', 'avif'), 'avif', 'by a compatible brand'],
    [isoMedia('mif1', 'heic'), 'heic', 'by a compatible brand'],
    [isoMedia('heic', 'mif1', 'avif'), 'heic', 'the major brand is not generic'],
    [isoMedia('heix'), 'heic', 'ten bits'],
    ['%PDF-1.7', 'pdf', ''],
    ['II*\0', 'tiff', 'little-endian'],
    ['MM\0*', 'tiff', 'big-endian'],
    ['BM\x36\0', 'bmp', ''],
    ['\0\0\x01\0\x01\0', 'ico', ''],
    ['8BPS\0\x01', 'psd', ''],
    ['\xff\x0a', 'jpeg-xl', 'bare'],
    ['\0\0\0\x0cJXL \r\n\x87\n', 'jpeg-xl', 'in a container'],
    ['\0\0\0\x0cjP  \r\n\x87\n', 'jpeg-2000', ''],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg', ''],
    ['<?xml version="1.0"?>\n<!-- hello -->\n<svg >', 'svg', 'after a declaration'],
    ['<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>', 'svg', 'with an entity'],
    ['<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', 'svg', 'with a prefix'],
    ['\xef\xbb\xbf  \n<SVG>', 'svg', 'after a byte order mark'],
    ['\xff\xfe<\0s\0v\0g\0>\0', 'svg', 'in UTF-16'],
    ['\xfe\xff\0<\0s\0v\0g\0>', 'svg', 'in UTF-16, big-endian'],
    [isoMedia('isom', 'avif'), null, 'a film'],
    [isoMedia('mp42'), null, 'a film'],
    ['RIFF\x10\0\0\0WAVEfmt ', null, 'sound'],
    ['<!doctype html><html>', null, 'a page'],
    ['hello <svg>', null, 'text about pictures'],
    ['\x89PNG', null, 'cut within the signature'],
    ['\xff\xd8', null, 'cut within the signature'],
    [' \xff\xd8\xff', null, 'a byte before the signature'],
    ['\0\0\0\x08ftyp', null, 'a box without brand'],
    ['\xff\xff\xff\xffftyp', null, 'a box longer than the file'],
    ['MZ\x90\0', null, 'a program'],
    ['', null, 'nothing'],
  ])('takes %j for %p: %s', (text, expected) => {
    expect(pictureFormat(bytes(text))).toBe(expected);
  });

  it('reads the same from a view into a larger buffer', () => {
    const whole = bytes(`xxxx${isoMedia('mif1', 'avif')}`);
    expect(pictureFormat(whole.subarray(4))).toBe('avif');
  });

  it('answers for any bytes, and never throws', () => {
    const starts = fc.constantFrom('', '\0\0\0\x18ftyp', 'RIFF', '<', '\xff\xfe', '\xfe\xff');
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 40 }), (start, rest) => {
        const format = pictureFormat(Uint8Array.from([...bytes(start), ...rest]));
        expect(format === null || typeof format === 'string').toBe(true);
      }),
    );
  });
});

describe('isAccepted', () => {
  it('lets in five formats and no document, program or costly one', () => {
    const formats = [
      'jpeg',
      'png',
      'webp',
      'gif',
      'avif',
      'svg',
      'pdf',
      'heic',
      'tiff',
      'bmp',
      'ico',
      'psd',
    ] as const;
    expect(formats.filter(isAccepted)).toEqual(['jpeg', 'png', 'webp', 'gif', 'avif']);
    expect((['jpeg-xl', 'jpeg-2000'] as const).filter(isAccepted)).toEqual([]);
  });
});
