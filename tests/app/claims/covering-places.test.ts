import { describe, expect, it } from '@jest/globals';
import { covers, type Place } from '../../../src/app/claims/covering-places.js';

const place = (text: string): Place => {
  const [kind, expression = ''] = text.split(' ');
  return { kind: kind as Place['kind'], expression };
};

describe('who holds one place', () => {
  it.each([
    ['url a.example.com/x/1.png', 'url a.example.com/x/1.png', 'itself'],
    ['path a.example.com/x/', 'url a.example.com/x/1.png', 'what lies in the folder'],
    ['path a.example.com/x/', 'path a.example.com/x/y/', 'a folder below'],
    ['path a.example.com/', 'url a.example.com/x/1.png', 'everything below the root'],
    ['domain a.example.com', 'path a.example.com/x/', 'a folder on the host'],
    ['domain example.com', 'url a.example.com/x/1.png', 'an address on a host below'],
    ['domain example.com', 'domain a.b.example.com', 'a host far below'],
    ['domain example.com', 'url example.com:8443/1.png', 'another port of the host'],
    ['url a.example.com/x/', 'url a.example.com/x/', 'an address that ends with a slash'],
  ])('%s holds %s: %s', (wider, narrower) => {
    expect(covers(place(wider), place(narrower))).toBe(true);
  });

  it.each([
    ['url a.example.com/1.png', 'url a.example.com/1.png?v=2', 'the address with a query is another one'],
    ['url a.example.com/x/', 'path a.example.com/x/', 'a page is not its folder'],
    ['path a.example.com/x/', 'url a.example.com/xy.png', 'a name that only begins alike'],
    ['path a.example.com/x/', 'path a.example.com/', 'the folder above'],
    ['path a.example.com/', 'domain a.example.com', 'the host has other ports and hosts below it'],
    ['domain a.example.com', 'domain example.com', 'the host above'],
    ['domain ample.com', 'domain example.com', 'a name that only ends alike'],
  ])('%s does not hold %s: %s', (wider, narrower) => {
    expect(covers(place(wider), place(narrower))).toBe(false);
  });
});
