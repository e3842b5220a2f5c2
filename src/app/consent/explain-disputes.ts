import type { AnswerDispute } from '../ports/disputes.js';

/**
 * What stands against statements just made, and what to do about it, in the words of the person who made them; empty when
 * nothing does.
 * @param claimant who made them, as leaves name them
 */
export function explainDisputes(disputes: readonly AnswerDispute[], claimant: string): string {
  const open = [...new Map(disputes.map((dispute) => [dispute.id, dispute])).values()].filter(
    ({ closedAt }) => closedAt === undefined,
  );
  const [asNo] = open.filter(({ noBy }) => noBy === claimant).toSorted(byLapse);
  const [asYes] = open.filter(({ yesBy }) => yesBy === claimant).toSorted(byLapse);
  return [
    ...(asNo === undefined
      ? []
      : [
          'Somebody who has shown that this place, or what lies there, is theirs says yes to it, as it is or on terms.',
          `Your no holds until ${lapseDay(asNo)}; show that it is yours, and it stays.`,
        ]),
    ...(asYes === undefined
      ? []
      : [
          'Somebody says no there without having shown that it is theirs. For now their no holds.',
          `It lapses on ${lapseDay(asYes)} unless they show something.`,
        ]),
  ].join(' ');
}

function byLapse(a: AnswerDispute, b: AnswerDispute): number {
  return a.lapsesAt.getTime() - b.lapsesAt.getTime();
}

function lapseDay({ lapsesAt }: AnswerDispute): string {
  return lapsesAt.toISOString().slice(0, 10);
}
