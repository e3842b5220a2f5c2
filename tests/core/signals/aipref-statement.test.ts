import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  combineAiprefStatements,
  parseAiprefStatement,
  serialiseAiprefStatement,
} from '../../../src/core/signals/aipref-statement.js';
import { AIPREF_STATEMENT_VECTORS } from './aipref-statement-vectors.js';

const label = fc.stringMatching(/^[a-z*][a-z0-9_*.-]{0,8}$/);
const statement = fc
  .uniqueArray(fc.tuple(label, fc.constantFrom('y', 'n')), { selector: ([name]) => name, maxLength: 5 })
  .map((pairs) => Object.fromEntries(pairs) as Record<string, 'y' | 'n'>);

describe('a statement of preference', () => {
  it.each(AIPREF_STATEMENT_VECTORS.parse)('reads %j: $reason', ({ text, statement: expected, reason }) => {
    expect({ statement: parseAiprefStatement(text), reason }).toEqual({ statement: expected, reason });
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(statement, (written) => {
        expect(parseAiprefStatement(serialiseAiprefStatement(written))).toEqual(written);
      }),
    );
  });

  it('of two statements joined by a comma has the later word on every label', () => {
    fc.assert(
      fc.property(statement, statement, (a, b) => {
        const text = [a, b]
          .map(serialiseAiprefStatement)
          .filter((part) => part !== '')
          .join(', ');
        expect(parseAiprefStatement(text)).toEqual({ ...a, ...b });
      }),
    );
  });

  it('of a megabyte is read or refused, never an accident', () => {
    expect(parseAiprefStatement(`a="${'x'.repeat(1_000_000)}", train-ai=n`)).toEqual({ 'train-ai': 'n' });
    expect(parseAiprefStatement('('.repeat(1_000_000))).toEqual({});
    expect(parseAiprefStatement('train-ai=n, '.repeat(100_000))).toEqual({});
  });
});

describe('statements combined', () => {
  it.each(AIPREF_STATEMENT_VECTORS.combine)('%j: $reason', ({ statements, combined }) => {
    expect(combineAiprefStatements(statements)).toEqual(combined);
  });

  it('say the same in any order, and however they are grouped', () => {
    fc.assert(
      fc.property(statement, statement, statement, (a, b, c) => {
        const together = combineAiprefStatements([a, b, c]);
        expect(combineAiprefStatements([c, a, b])).toEqual(together);
        expect(combineAiprefStatements([combineAiprefStatements([a, b]), c])).toEqual(together);
      }),
    );
  });
});
