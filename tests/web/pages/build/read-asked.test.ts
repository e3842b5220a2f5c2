import { describe, expect, it } from '@jest/globals';
import { readAsked } from '../../../../src/web/pages/build/read-asked.js';

const ONE = 'https://example.com/1.jpg';
const TWO = 'https://example.com/2,b.jpg';

describe('the addresses of what somebody pasted', () => {
  it.each([
    ['lines', `${ONE}\r\n\r\n${TWO}\n`],
    ['a table', `id,url\n1,${ONE}\n2,"${TWO}"\n`],
    ['NDJSON of objects', `{"id":1,"url":"${ONE}"}\n{"id":2,"url":"${TWO}"}\n`],
    ['NDJSON of strings', `"${ONE}"\n"${TWO}"\n"${ONE}"`],
  ])('are read from %s, each once and in order', (_form, text) => {
    expect(readAsked(text)).toEqual([ONE, TWO]);
  });

  it('keep what cannot be read in its place, so that it is answered too', () => {
    expect(readAsked(`{"url":"${ONE}"}\n{"url":5}\n{"url":\n"${TWO}"`)).toEqual([
      ONE,
      '{"url":5}',
      '{"url":',
      TWO,
    ]);
  });

  it('are none where there is nothing', () => {
    expect(readAsked(' \n')).toEqual([]);
  });
});
