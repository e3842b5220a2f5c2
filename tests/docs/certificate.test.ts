import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { en } from '../../src/web/messages/en.js';
import { proofPath } from '../../src/web/verification/proof-path.js';

const page = (await readFile('docs/certificate.md', 'utf8')).replaceAll(/\s+/g, ' ');

describe('docs/certificate.md', () => {
  it.each([
    en.verification.certificate,
    en.verification.download,
    en.verification.verified,
    en.verification.failed,
    en.verification.unable,
    en.verification.notCovered,
    en.verification.steps.title,
    en.verification.ownKeys.title,
    en.done.title,
  ])('calls things as the pages do: %s', (words) => {
    expect(page).toContain(words.replace(/\.$/, ''));
  });

  it('names the address that the pages use', () => {
    expect(page).toContain(proofPath('<id>'));
  });

  it('links only to what is there', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(`docs/${link}`))).toEqual([]);
  });
});
