import type { StyleWords } from '../style-words.js';

export type CityMotif = 'river' | 'rain' | 'rooftops' | 'bridge';

export const cityWords: StyleWords<CityMotif> = {
  author: 'a poster illustrator',
  host: 'poster-illustrator.demo.test',
  license: '?',
  folders: ['posters', 'posters/city', 'uploads/2019/11'],
  motifs: {
    river: {
      en: 'city skyline reflected in a river at night',
      es: 'ciudad reflejada en el río de noche',
      fr: 'ville reflétée dans la rivière, la nuit',
      de: 'Skyline spiegelt sich nachts im Fluss',
    },
    rain: {
      en: 'city lights on a rainy night',
      es: 'luces de la ciudad en una noche de lluvia',
      fr: 'lumières de la ville sous la pluie',
      de: 'Lichter der Stadt in einer Regennacht',
    },
    rooftops: {
      en: 'old town rooftops under the moon',
      es: 'tejados del casco antiguo bajo la luna',
      fr: 'toits de la vieille ville sous la lune',
      de: 'Dächer der Altstadt unter dem Mond',
    },
    bridge: {
      en: 'suspension bridge and city at night',
      es: 'puente colgante y ciudad de noche',
      fr: 'pont suspendu et ville la nuit',
      de: 'Hängebrücke und Stadt bei Nacht',
    },
  },
  captions: {
    en: [
      '{Motif}, illustration in {a} and {b}',
      'Poster: {motif}, {a} sky with {b} windows',
      '{Motif} - flat illustration art print, {a} / {b}',
      'night city illustration, {motif}, {a} and glowing {b}',
    ],
    es: ['Ilustración: {motif}, en {a} y {b}', '{Motif}, cartel en {a} y {b}'],
    fr: ['Affiche : {motif}, en {a} et {b}', '{Motif}, illustration en {a} et {b}'],
    de: ['Plakat: {motif}, in {a} und {b}', '{Motif}, Illustration in {a} und {b}'],
  },
};
