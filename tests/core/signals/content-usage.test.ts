import { describe, expect, it } from '@jest/globals';
import { contentUsageOf, parseContentUsage } from '../../../src/core/signals/content-usage.js';
import { AIPREF_STATEMENT_VECTORS } from './aipref-statement-vectors.js';

describe('a Content-Usage rule', () => {
  it.each(AIPREF_STATEMENT_VECTORS.rules)('%j: $reason', ({ value, path, statement }) => {
    expect(parseContentUsage(value)).toEqual({ path, statement });
  });
});

describe('the Content-Usage of a path', () => {
  it.each(AIPREF_STATEMENT_VECTORS.paths)('$path under $rules: $reason', ({ rules, path, statement }) => {
    expect(contentUsageOf(rules.map(parseContentUsage), path)).toEqual(statement);
  });
});
