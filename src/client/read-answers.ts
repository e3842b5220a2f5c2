/**
 * Reads what `/v1/check` answered, line by line, and believes none of it that was not asked for. Throws `RegistryFailure`.
 */
import { ASSURANCES, type Assurance } from '../core/consent/assurance.js';
import { type Answer, ANSWERS, RULES_VERSION } from '../core/consent/decision.js';
import type { Use } from '../core/consent/use.js';
import { parseStrictJson } from '../core/json/parse-strict-json.js';
import { CANONICAL_URL_VERSION } from '../core/url/canonical-url.js';
import type { AnswerState, OnlineAnswer } from './answer.js';
import { RegistryFailure } from './registry-failure.js';

const STATE_OF: Readonly<Record<Answer, AnswerState>> = {
  ALLOWED: 'allowed',
  DENIED: 'denied',
  CONDITIONAL: 'conditional',
  UNKNOWN: 'unknown',
};

const LATER = 'use a later release of this client.';

/** The size of the log that an answer rests on, and the moment that it speaks of. */
export function readRest(headers: Headers): { readonly logSize: number; readonly moment: Date } {
  const logSize = wholeNumber(headers, 'Assent-Log-Size');
  if (wholeNumber(headers, 'Assent-Rules-Version') !== RULES_VERSION) {
    throw new RegistryFailure(`The registry decides by other rules: ${LATER}`);
  }
  if (wholeNumber(headers, 'Assent-Canonical-Url-Version') !== CANONICAL_URL_VERSION) {
    throw new RegistryFailure(`The registry reads addresses by other rules: ${LATER}`);
  }
  const moment = new Date(headers.get('Assent-Moment') ?? '');
  if (Number.isNaN(moment.getTime())) {
    throw new RegistryFailure('The registry does not say what time its answers speak of.');
  }
  return { logSize, moment };
}

/** @param urls as they were sent, in order */
export function readAnswers(text: string, urls: readonly string[], use: Use): OnlineAnswer[] {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length !== urls.length) {
    throw new RegistryFailure(`${urls.length} addresses were asked about, and ${lines.length} answered.`);
  }
  return lines.map((line, at) => readLine(line, urls[at] ?? '', use));
}

function readLine(line: string, url: string, use: Use): OnlineAnswer {
  const read = parseStrictJson(line);
  const said = read.ok ? record(read.value) : undefined;
  const decisions = said?.['decisions'];
  const decision = Array.isArray(decisions) && decisions.length === 1 ? record(decisions[0]) : undefined;
  if (said === undefined || decision === undefined) {
    throw new RegistryFailure('A line of the answer cannot be read.');
  }
  if (said['url'] !== url || decision['use'] !== use) {
    throw new RegistryFailure('The registry answered about something else than it was asked.');
  }
  const answer = ANSWERS.find((one) => one === decision['decision']);
  if (answer === undefined)
    throw new RegistryFailure(`The registry gives an answer that is not known: ${LATER}`);
  const assurance = ASSURANCES.find((one) => one === decision['assurance']);
  return held({ url, state: STATE_OF[answer], problem: undefined, assurance, decidedBy: ids(decision) });
}

/** Nobody allows anything by nothing. */
function held(answer: OnlineAnswer & { readonly assurance: Assurance | undefined }): OnlineAnswer {
  if (answer.state === 'allowed' && (answer.assurance === undefined || answer.decidedBy.length === 0)) {
    throw new RegistryFailure('The registry allowed something without saying by what.');
  }
  return answer;
}

function ids(decision: Readonly<Record<string, unknown>>): readonly string[] {
  const named = decision['decidedBy'];
  if (!Array.isArray(named) || !named.every((id) => typeof id === 'string')) {
    throw new RegistryFailure('A line of the answer cannot be read.');
  }
  return named;
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function wholeNumber(headers: Headers, name: string): number {
  const text = headers.get(name) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new RegistryFailure(`The answer lacks ${name}: is this a registry?`);
  return Number(text);
}
