import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DecoyReport } from './decoy-everywhere.js';
import { FORBIDDEN_SPELLINGS } from './forbidden-spellings.js';

const LOADER = new URL('../support/typescript-loader.mjs', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('decoy-everywhere.ts', import.meta.url));

/** Whether this machine lets us have a network namespace; containers often do not. */
const isPossible = spawnSync('unshare', ['-n', 'ip', 'link']).status === 0;

const inNamespace = isPossible ? describe : describe.skip;

inNamespace('in a network in which every address is a decoy (needs unshare and ip)', () => {
  let report: DecoyReport;

  beforeAll(() => {
    const argv = ['-n', process.execPath, '--import', LOADER, PROGRAM];
    report = JSON.parse(execFileSync('unshare', argv, { encoding: 'utf8' })) as DecoyReport;
  });

  it('no request opens a connection to an address that is not public', () => {
    expect(report.strays).toEqual([]);
  });

  it('every spelling is refused, asked for directly and at each of five redirects', () => {
    expect(report.outcomes['direct']).toEqual({ 'address-forbidden': 2 * FORBIDDEN_SPELLINGS.length });
    expect(report.outcomes['redirected']).toEqual({ 'address-forbidden': 5 * FORBIDDEN_SPELLINGS.length });
    expect(report.served).toBeGreaterThan(FORBIDDEN_SPELLINGS.length);
  });

  it('a name is refused that leads inside, also beside the public site, in either kind of record, or at its second look-up', () => {
    for (const kind of ['inside', 'mixed', 'mixed6']) {
      expect(report.outcomes[kind]).toEqual({ 'address-forbidden': 12 });
    }
    expect(report.outcomes['turning']).toEqual({ 'address-forbidden': 6 });
    expect(report.outcomes['slow']).toEqual({ 'timed-out': 1 });
  });

  it('the decoy hears whoever gets through', () => {
    expect(report.unguarded).toBe('10.0.0.1:80');
  });
});
