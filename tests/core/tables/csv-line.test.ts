import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from '../../../src/core/tables/csv-line.js';

describe('a line of CSV', () => {
  it.each<[readonly (string | number | undefined)[], string]>([
    [['a', 1.5, undefined, ''], 'a,1.5,,\r\n'],
    [['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"\r\n'],
    [[-3, '-3'], "-3,'-3\r\n"],
    [['=HYPERLINK("http://evil.example";"x")'], `"'=HYPERLINK(""http://evil.example"";""x"")"\r\n`],
    [['+1', '@SUM(A1)', '\tx', '＝1'], "'+1,'@SUM(A1),'\tx,'＝1\r\n"],
    [['a=b', ' =1'], 'a=b, =1\r\n'],
  ])('of %j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('holds no cell that begins a formula, and loses none of its text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const read = readCsv(csvLine(cells));
        expect(read.map((cell, at) => (cells[at] === cell ? cell : cell.slice(1)))).toEqual(cells);
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

/** RFC 4180, one line: a piece between commas goes on where its quotation marks are not paired yet. */
function readCsv(line: string): string[] {
  const cells: string[] = [];
  for (const piece of line.slice(0, -2).split(',')) {
    const last = cells.at(-1);
    const isOpen = last?.startsWith('"') && (last.match(/"/g)?.length ?? 0) % 2 === 1;
    if (isOpen) cells.push(`${cells.pop() ?? ''},${piece}`);
    else cells.push(piece);
  }
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
