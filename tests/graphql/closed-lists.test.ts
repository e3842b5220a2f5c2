import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { DISPUTE_CAUSES, DISPUTE_OUTCOMES, DISPUTE_REASONS } from '../../src/core/log/dispute-leaf.js';
import { DECISION_REASONS } from '../../src/core/moderation/decision-reasons.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

function wordsOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`There is no list ${name}.`);
  return type.getValues().map((value) => value.name.toLowerCase().replaceAll('_', '-'));
}

/** The words that the schema of leaves allows for a member of a dispute that is closed. */
function wordsInLeaf(member: string): string[] {
  const leaves = JSON.parse(readFileSync('schema/leaf.v1.json', 'utf8')) as {
    $defs: { disputeClosing: { properties: Record<string, { enum?: string[] }> } };
  };
  return leaves.$defs.disputeClosing.properties[member]?.enum ?? [];
}

describe('a closed list', () => {
  it.each([
    ['cause', 'DisputeCause', DISPUTE_CAUSES],
    ['outcome', 'DisputeOutcome', DISPUTE_OUTCOMES],
    ['reason', 'DisputeClosingReason', DISPUTE_REASONS],
  ])('of disputes (%s) is the same in the rules, in leaves and in the API', (member, name, words) => {
    expect(wordsInLeaf(member).sort()).toEqual([...words].sort());
    expect(wordsOf(name).sort()).toEqual([...words].sort());
  });

  it('of reasons for decisions is the same in the rules and in the API', () => {
    const words = new Set(Object.values(DECISION_REASONS).flat());
    expect(wordsOf('DecisionReason').sort()).toEqual([...words].sort());
  });
});
