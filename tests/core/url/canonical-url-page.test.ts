import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalUrl } from '../../../src/core/url/canonical-url.js';
import { TRACKING_PARAMETERS } from '../../../src/core/url/tracking-parameters.js';

const page = readFileSync(new URL('../../../docs/canonical-url.md', import.meta.url), 'utf8');

function section(title: string): string {
  return page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
}

function codes(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

describe('docs/canonical-url.md', () => {
  const examples = section('The rules')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map(codes);

  it('shows four examples', () => {
    expect(examples).toHaveLength(4);
  });

  it.each(examples)('is right that %s is %s', (written, canonical) => {
    expect(canonicalUrl(written)).toEqual({ ok: true, url: canonical });
  });

  it('lists the tracking parameters that the code drops, and no other', () => {
    expect(codes(section('Tracking parameters of version 1'))).toEqual([...TRACKING_PARAMETERS]);
  });

  it('explains every reason that the vectors know, and no other', () => {
    const rows = section('Texts that are no address')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows.map((row) => codes(row)[0])).toEqual(['empty', 'not-http', 'no-host', 'not-a-url']);
  });
});
