import { describe, expect, it } from '@jest/globals';
import { placesOf } from '../../../../src/web/pages/say-no/places.js';

describe('the places that somebody may answer about', () => {
  it('are the address, its folder and its site', () => {
    expect(placesOf('https://www.paintings.example/foxes/1.jpg?size=2')).toEqual({
      ok: true,
      likely: 'URL',
      places: [
        { kind: 'URL', expression: 'www.paintings.example/foxes/1.jpg?size=2' },
        { kind: 'PATH', expression: 'www.paintings.example/foxes/' },
        { kind: 'DOMAIN', expression: 'paintings.example' },
      ],
    });
  });

  it('are none of an address that would show a password to everybody', () => {
    expect(placesOf('https://anna:s3cret@paintings.example/1.jpg')).toEqual({
      ok: false,
      reason: 'has-user-info',
    });
  });
});
