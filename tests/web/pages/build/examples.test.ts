import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { examples } from '../../../../src/web/pages/build/examples.js';

const SHOWN: Readonly<Record<string, readonly [page: string, registry: string]>> = {
  check: ['checking.md', 'https://registry.example'],
  receipt: ['checking.md', 'https://registry.example'],
  pull: ['python.md', 'https://registry.example'],
  curl: ['checking-online.md', 'http://localhost:4000'],
  python: ['python.md', 'http://localhost:4000'],
  spark: ['python.md', 'https://registry.example'],
};

it('shows the commands that the documentation shows, for the registry that is asked', async () => {
  for (const { id } of examples('https://one.example', undefined)) {
    const [page, registry] = SHOWN[id] ?? ['none', ''];
    const example = examples(registry, undefined).find((one) => one.id === id);
    const documented = await readFile(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8');
    expect(documented).toContain(example?.text);
  }
});

it('puts the key of the log where the reader would have to', () => {
  const texts = examples('https://one.example', 'one.example/log+0a1b2c3d+AQID').map(({ text }) => text);
  expect(texts.join('\n')).not.toMatch(/\$KEY|VKEY/);
  expect(texts.filter((text) => text.includes('one.example/log+0a1b2c3d+AQID'))).toHaveLength(4);
});
