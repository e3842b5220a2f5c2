import { readAsOf } from '../../app/consent/read-as-of.js';
import type { AsOf, ConsentQuestions } from '../../app/ports/consent-answers.js';
import { ASSURANCES, type Assurance } from '../../core/consent/assurance.js';
import { USES, type Use } from '../../core/consent/use.js';
import { CheckProblem } from './check-problem.js';

const KNOWN = ['use', 'minimum-assurance', 'log-size', 'time'];

/** RFC 3339 with its offset: a time without one would be another in each place. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i;

/** What a check asks, from the query of its address. Throws `CheckProblem` for what it does not know: a slip must not change an answer. */
export function readCheckParameters(query: URLSearchParams): ConsentQuestions {
  const stranger = [...query.keys()].find((name) => !KNOWN.includes(name));
  if (stranger !== undefined) {
    throw wrong(`There is no parameter "${stranger}".`, `Known are ${KNOWN.join(', ')}.`);
  }
  const asOf = readMoment(one(query, 'log-size'), one(query, 'time'));
  const minimumAssurance = readAssurance(one(query, 'minimum-assurance'));
  return { uses: readUses(query.getAll('use')), minimumAssurance, asOf };
}

function readUses(named: readonly string[]): Use[] {
  const uses = named.filter(isUse);
  if (uses.length === 0 || uses.length !== named.length || new Set(uses).size !== uses.length) {
    throw wrong(
      named.length === 0 ? 'The use to ask about is missing.' : 'A use is not known, or it is named twice.',
      `Name each use once, as ?use=train-ai: ${USES.join(', ')}.`,
    );
  }
  return uses;
}

function readAssurance(text: string | undefined): Assurance | undefined {
  const found = ASSURANCES.find((assurance) => assurance === text);
  if (text !== undefined && found === undefined) {
    throw wrong(`"${text}" is no assurance.`, `Name one of ${ASSURANCES.join(', ')}.`);
  }
  return found;
}

function readMoment(size: string | undefined, time: string | undefined): AsOf | undefined {
  if (size === undefined && time === undefined) return undefined;
  if (size !== undefined && !/^\d{1,15}$/.test(size)) {
    throw wrong(`"${size}" is no size of a log.`, 'Give a number of leaves.');
  }
  if (time !== undefined && (!TIME.test(time) || Number.isNaN(Date.parse(time)))) {
    throw wrong(`"${time}" is no time.`, 'Give one such as 2026-11-22T12:00:00Z.');
  }
  const asOf = readAsOf({
    logSize: size === undefined ? undefined : BigInt(size),
    time: time === undefined ? undefined : new Date(time),
  });
  if (!asOf.ok) throw wrong('Both log-size and time are named.', 'Name one of them.');
  return asOf.asOf;
}

function one(query: URLSearchParams, name: string): string | undefined {
  const [first, ...more] = query.getAll(name);
  if (more.length > 0) throw wrong(`"${name}" is named more than once.`, 'Name it once.');
  return first;
}

function isUse(text: string): text is Use {
  return USES.some((use) => use === text);
}

function wrong(message: string, nextStep: string): CheckProblem {
  return new CheckProblem(400, 'BAD_REQUEST', message, nextStep);
}
