import { describe, expect, it } from '@jest/globals';
import { canonicalUrl } from '../../../src/core/url/canonical-url.js';
import {
  addressFamilies,
  addressFamily,
  familyParts,
  familyPrefixes,
} from '../../../src/core/url/address-family.js';

const FAMILY = 'art.example/up/red-fox';

function canonical(address: string): string {
  const read = canonicalUrl(address);
  if (!read.ok) throw new Error(`No address: ${address}`);
  return read.url;
}

describe('the family of an address', () => {
  it.each([
    ['https://art.example/up/red-fox.jpg', 'the picture itself'],
    ['https://art.example/up/red-fox-300x200.jpg?v=2', 'another size'],
    ['https://i0.wp.com/art.example/up/red-fox.jpg?w=300', 'Photon, which names it without a scheme'],
    ['https://cdn.statically.io/img/art.example/f=auto,w=300/up/red-fox.jpg', 'Statically, with settings'],
    ['https://images.weserv.nl/?url=art.example/up/red-fox.jpg&w=300', 'a resizer, by a bare address'],
    ['https://resize.example/?u=https%3A%2F%2Fart.example%2Fup%2Fred-fox-1024x768.jpg', 'another, escaped'],
    ['https://web.archive.org/web/2019/https://art.example/up/red-fox.jpg', 'an archive'],
  ] as const)('holds %s: %s', (address, _why) => {
    expect(addressFamilies(canonical(address)).has(FAMILY)).toBe(true);
  });

  it.each(['https://art.example/up/red-foxes.jpg', 'https://i0.wp.com/other.example/up/red-fox.jpg'])(
    'does not hold %s',
    (address) => {
      expect(addressFamilies(canonical(address)).has(FAMILY)).toBe(false);
    },
  );

  it('is that of the innermost address, where a work is named by a proxy’s', () => {
    expect(addressFamily(canonical('https://i2.wp.com/art.example/up/red-fox-150x150.jpg?ssl=1'))).toBe(
      FAMILY,
    );
    expect(addressFamily('art.example/pictures/7?page=2')).toBe('art.example/pictures/7?page=2');
  });

  it.each([
    'https://art.example/up/red-fox-300x200.jpg',
    'https://i0.wp.com/art.example/up/red-fox.jpg?w=300',
    'https://images.weserv.nl/?url=art.example/up/red-fox.jpg&w=300',
    'https://resize.example/?u=https%3A%2F%2Fart.example%2Fup%2Fred-fox.jpg',
    'https://web.archive.org/web/2019/https://art.example/up/red-fox.jpg',
  ])('is looked for by how %s begins, or by what stands in it', (address) => {
    const text = canonical(address);
    const begins = familyPrefixes(FAMILY).some((prefix) => text.startsWith(prefix));
    const holds = familyParts(FAMILY).some((part) => text.toLowerCase().includes(part));
    expect(begins || holds).toBe(true);
  });
});
