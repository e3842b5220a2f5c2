import { addAnswers, addUse, noAnswers } from '../../core/check/answer-counts.js';
import { byDropped, type CheckTally, type HostTally } from './check-tally.js';

/** What several tables hold together. All were asked about the same uses. */
export function addTallies(tallies: readonly CheckTally[]): CheckTally {
  const [first, ...rest] = tallies;
  if (first === undefined) throw new RangeError('Nothing was counted.');
  return { ...rest.reduce(add, first), hosts: addHosts(tallies) };
}

/** All but the hosts, which are brought together at once. */
function add(a: CheckTally, b: CheckTally): CheckTally {
  return {
    rows: a.rows + b.rows,
    kept: a.kept + b.kept,
    licensed: a.licensed + b.licensed,
    accepted: a.accepted + b.accepted,
    named: a.named + b.named,
    answers: addAnswers(a.answers, b.answers),
    uses: a.uses.map((use, at) => addUse(use, b.uses[at] ?? use)),
    notAnswered: addCounts(a.notAnswered, b.notAnswered),
    asked: {
      byAddress: a.asked.byAddress + b.asked.byAddress,
      byContent: a.asked.byContent + b.asked.byContent,
      byNeither: a.asked.byNeither + b.asked.byNeither,
    },
    comparedBy: addCounts(a.comparedBy, b.comparedBy),
    notCompared: addCounts(a.notCompared, b.notCompared),
    decided: {
      byAddress: addAnswers(a.decided.byAddress, b.decided.byAddress),
      byContent: addAnswers(a.decided.byContent, b.decided.byContent),
    },
    byMandate: addCounts(a.byMandate, b.byMandate),
    hosts: [],
    furtherHosts: a.furtherHosts + b.furtherHosts,
  };
}

function addCounts<Name extends string>(
  a: Readonly<Partial<Record<Name, number>>>,
  b: Readonly<Partial<Record<Name, number>>>,
): Record<Name, number> {
  const sum: Partial<Record<Name, number>> = { ...a };
  for (const name of Object.keys(b) as Name[]) sum[name] = (sum[name] ?? 0) + (b[name] ?? 0);
  return sum as Record<Name, number>;
}

function addHosts(tallies: readonly CheckTally[]): HostTally[] {
  const hosts = new Map<string, HostTally>();
  for (const { hosts: ofOne } of tallies) {
    for (const one of ofOne) {
      const { dropped, answers } = hosts.get(one.host) ?? { dropped: 0, answers: noAnswers() };
      const sum = { dropped: dropped + one.dropped, answers: addAnswers(answers, one.answers) };
      hosts.set(one.host, { host: one.host, ...sum });
    }
  }
  return [...hosts.values()].sort(byDropped);
}
