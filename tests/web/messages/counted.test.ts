import { describe, expect, it } from '@jest/globals';
import { makeFormats } from '../../../src/web/language/formats.js';
import { en } from '../../../src/web/messages/en.js';
import { es } from '../../../src/web/messages/es.js';

const english = makeFormats('en-GB');
const spanish = makeFormats('es-ES');

describe('what is counted, in words', () => {
  it.each([
    [1, null, 'Searched 1 row.', 'Se buscó en 1 fila.'],
    [0, null, 'Searched 0 rows.', 'Se buscó en 0 filas.'],
    [312, null, 'Searched 312 rows.', 'Se buscó en 312 filas.'],
    [2_000_000, null, 'Searched 2,000,000 rows.', 'Se buscó en 2.000.000 de filas.'],
    [1, 1, 'Searched 1 of 1 row, 3 %.', 'Se buscó en 1 de 1 fila, el 3 %.'],
    [312, 312, 'Searched 312 of 312 rows, 3 %.', 'Se buscó en 312 de 312 filas, el 3 %.'],
    [
      10_000,
      413_871_335,
      'Searched 10,000 of 414 million rows, 3 %.',
      'Se buscó en 10.000 de 414 millones de filas, el 3 %.',
    ],
    [
      10_000,
      999_999,
      'Searched 10,000 of 999,999 rows, 3 %.',
      'Se buscó en 10.000 de 999.999 filas, el 3 %.',
    ],
    [
      10_000,
      1_200_000,
      'Searched 10,000 of 1.2 million rows, 3 %.',
      'Se buscó en 10.000 de 1,2 millones de filas, el 3 %.',
    ],
  ])('%s of %s: "%s", "%s"', (held, published, inEnglish, inSpanish) => {
    const said = ([words, formats]: readonly [typeof en, typeof english]): string =>
      published === null
        ? words.searched.ofUnknown(formats.amount(held))
        : words.searched.of(formats.amount(held), formats.roundAmount(published), '3 %');
    expect(said([en, english])).toBe(inEnglish);
    expect(said([es, spanish])).toBe(inSpanish);
  });

  it('takes one of a thing for one', () => {
    const [one, two] = [english.amount('1'), english.amount('2')];
    expect([en.footer.log(one), en.footer.log(two)]).toEqual(['1 line in the log', '2 lines in the log']);
    expect([en.desk.knownEntries(one), en.desk.knownEntries(two)]).toEqual(['1 known row', '2 known rows']);
    expect(en.recoveryCodes.left(one)).toBe('You have 1 unused code.');
    expect(es.recoveryCodes.left(spanish.amount(1))).toBe('Te queda 1 código sin usar.');
    expect(es.recoveryCodes.left(spanish.amount(10))).toBe('Te quedan 10 códigos sin usar.');
    expect(en.ask.madeAt('today', one, '1')).toContain('from a log of 1 line,');
    expect(es.ask.madeAt('hoy', spanish.amount(0), '1')).toContain('de un libro de 0 líneas,');
  });
});

describe('a size in bytes', () => {
  it.each([
    [1, '1 byte', '1 byte'],
    [999, '999 bytes', '999 bytes'],
    [1_834_221, '1.8 MB', '1,8 MB'],
    [2_000_000_000_000, '2,000 GB', '2000 GB'],
  ])('of %s is written in the unit that it fills', (bytes, inEnglish, inSpanish) => {
    const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
    expect([plain(english.bytes(bytes)), plain(spanish.bytes(bytes))]).toEqual([inEnglish, inSpanish]);
  });
});
