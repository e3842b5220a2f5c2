import type { Registry } from '../registry.js';
import type { Declaration } from './declaration.js';
import type { Weight } from './explain-weight.js';

/** Whether answers about all that is an account's count already: a no for all of it, a yes for what is shown to be theirs. */
export async function explainAccountWeight(
  { store }: Registry,
  accountId: string,
  { answers }: Pick<Declaration, 'answers'>,
): Promise<Weight> {
  const { all, held } = await store.claims.countStanding(accountId);
  const saysYes = answers.some(({ preference }) => preference !== 'deny');
  const saysNo = answers.some(({ preference }) => preference !== 'allow');
  const no = `Your no holds for each of the ${all} works and places that you have claimed, and for those that you claim later.`;
  const yes =
    held === 0
      ? 'Your yes does not count yet: nothing is shown to be yours. Prove a site, a folder or a profile on your desk, or add evidence to a work.'
      : `Your yes counts for ${held} of your ${all} works and places: those that are shown to be yours.`;
  return {
    countsNow: !saysYes || held > 0,
    nextStep: [...(saysNo ? [no] : []), ...(saysYes ? [yes] : [])].join(' '),
  };
}
