import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readAddressList } from '../../../src/core/tables/address-list.js';
import { csvLine } from '../../../src/core/tables/csv-line.js';
import { readCsv } from '../../../src/core/tables/read-csv.js';

describe('a list of addresses', () => {
  it.each([
    [
      'https://a.example/1.jpg\r\n\r\nhttps://a.example/2.jpg',
      ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
      'lines',
    ],
    [
      '# mine\na.example\na.example\n  b.example/x ',
      ['a.example', 'b.example/x'],
      'notes, blanks, and one twice',
    ],
    ['https://a.example/1,2.jpg', ['https://a.example/1,2.jpg'], 'one address with a comma in it'],
    [
      'title,URL\n"Fox, red",https://a.example/fox.jpg\n',
      ['https://a.example/fox.jpg'],
      'a column that is called so',
    ],
    [
      'Dirección;Año\nhttps://a.example/ñ.jpg;2019',
      ['https://a.example/ñ.jpg'],
      'a table of a Spanish spreadsheet',
    ],
    [
      '1\thttps://a.example/1.jpg\n2\thttps://a.example/2.jpg',
      ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
      'a column without a name',
    ],
    [
      'name;web\nAnna;https://a.example/1.jpg\nBert;"https://a.example/b;c.jpg"',
      ['https://a.example/1.jpg', 'https://a.example/b;c.jpg'],
      'a column whose name nobody foresaw is no address',
    ],
    [
      'https://a.example/1.jpg,Fox\nhttps://a.example/2.jpg,Hedge',
      ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
      'addresses and one word each, without a line of names',
    ],
    [
      'https://a.example/1.jpg;https://a.example/2.jpg\n\nhttps://a.example/3.jpg;https://a.example/4.jpg',
      [1, 2, 3, 4].map((n) => `https://a.example/${n}.jpg`),
      'two columns of addresses',
    ],
    [
      'https://cdn.example/w_300,h_200/a.jpg\nhttps://cdn.example/w_300,h_200/b.jpg\nhttps://cdn.example/i?at=3,4',
      [
        'https://cdn.example/w_300,h_200/a.jpg',
        'https://cdn.example/w_300,h_200/b.jpg',
        'https://cdn.example/i?at=3,4',
      ],
      'addresses of a server that resizes',
    ],
    ["url,note\n'=a.example,x", ['=a.example'], 'an apostrophe of a spreadsheet'],
    ['\uFEFFurl,x\na.example,1', ['a.example'], 'a byte order mark'],
    ['hills at dawn', ['hills at dawn'], 'what is no address is for others to refuse'],
    ['', [], 'nothing'],
  ])('%j holds %j: %s', (text, addresses, _why) => {
    expect(readAddressList(text)).toEqual(addresses);
  });
});

describe('a table that was written as CSV', () => {
  it('is read as it was, whatever its cells hold', () => {
    const cell = fc.string({ minLength: 1 }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠\uFEFF]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (records) => {
        expect(readCsv(records.map(csvLine).join(''))).toEqual(records);
      }),
    );
  });
});
