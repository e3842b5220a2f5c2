import { describe, expect, it } from '@jest/globals';
import { captionLanguage } from '../../../src/core/search/caption-language.js';

describe('the language of a caption', () => {
  it.each([
    ['es', 'whatever', 'es'],
    ['ES-mx', 'whatever', 'es'],
    ['spanish', 'whatever', 'es'],
    ['eng', 'Casa de la playa en el mar', 'en'],
    ['ja', 'the house', 'und'],
    ['ca', 'the house', 'und'],
  ])('is %s where the dataset says so, whatever %j looks like: %s', (label, caption, language) => {
    expect(captionLanguage(label, caption)).toBe(language);
  });

  it.each([
    ['Watercolor of a lighthouse', 'en'],
    ['Flores azules sobre la mesa de la cocina', 'es'],
    ['¿Qué es un niño?', 'es'],
    ['Nature morte avec des fruits sur une table', 'fr'],
    ['Alte Häuser mit Garten und Blick auf den Fluss', 'de'],
    ['Ritratto di una donna con il cappello nella campagna', 'it'],
    ['Barcos no rio com uma ponte ao fundo, São João', 'pt'],
    ['Het oude huis aan de gracht met een boot', 'nl'],
    ['Старые дома у реки', 'ru'],
    ['水彩画', 'und'],
    ['Villa de Vries', 'en'],
    ['La La Land', 'en'],
    ['', 'en'],
    ['1024 × 768', 'en'],
  ])('of %j is guessed where no dataset says it: %s', (caption, language) => {
    expect(captionLanguage(undefined, caption)).toBe(language);
    expect(captionLanguage('unknown', caption)).toBe(language);
  });
});
