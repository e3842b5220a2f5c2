import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AnswerBasis, ConsentAnswers, OpenAnswers } from '../../app/ports/consent-answers.js';
import {
  ACCEPTANCE_FORMAT,
  ACCEPTANCE_MEANING,
  ACCEPTANCE_VERSION,
  type Acceptance,
} from '../../core/acceptance/acceptance.js';
import { signAcceptance } from '../../core/acceptance/acceptance-bytes.js';
import { readAcceptanceValue } from '../../core/acceptance/read-acceptance.js';
import { type Use, containsUse } from '../../core/consent/use.js';
import { FieldError } from '../../core/json/field-reader.js';
import type { Offer } from '../../core/snapshot/find-offers.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { counted } from '../counted.js';
import { EXIT, type CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { RECEIPT_KEY, receiptSigner } from '../receipt/receipt-key.js';
import { UsageError } from '../usage-error.js';
import { type KeptAcceptance, readAcceptances, writeAcceptances } from './acceptance-file.js';
import { sendAcceptances } from './send-acceptances.js';
import { TermsNotTaken } from './terms-not-taken.js';

export interface AcceptOptions {
  readonly use: readonly Use[];
  readonly name?: string;
  readonly receiptKey?: string;
  readonly out: string;
}

interface StandingOffer extends Offer {
  readonly statement: string;
}

/**
 * Signs that the terms of statements are accepted, and keeps it in a file. Sent to the registry, where one is named: only what it
 * confirms keeps a row. @returns the exit code
 * @param registry undefined: nothing is sent
 */
export async function acceptTerms(
  io: CommandIo,
  open: OpenAnswers,
  statements: readonly string[],
  options: AcceptOptions,
  registry: string | undefined,
): Promise<number> {
  const signer = await receiptSigner(io, options.receiptKey);
  if (signer === undefined) {
    throw new UsageError(
      `Terms are accepted with a key of yours, and there is no ${RECEIPT_KEY} here. ` +
        'Make one: assent receipt key --name example.org/receipts',
    );
  }
  const answers = await open({ uses: options.use });
  try {
    const basis = answers.bases[0] as AnswerBasis;
    const offers = await standingOffers(answers, basis, statements, options.use);
    for (const offer of offers) io.out(describeOffer(offer));
    const signed = offers.map((offer) => sign(offer, basis, options, signer));
    const kept = [
      ...(await others(io, options.out, signed)),
      ...signed.map((acceptance) => ({ acceptance })),
    ];
    await writeAcceptances(io, options.out, kept);
    io.out(
      `${counted(signed.length, 'offer', 'offers')} accepted for ${options.use.join(', ')} in ${options.out}. ` +
        'This moves no money: what is owed is owed as the terms say.\n',
    );
    return registry === undefined ? notSent(io, options.out) : await confirm(io, options.out, registry);
  } finally {
    await answers.close?.();
  }
}

/** Sends what no registry has confirmed yet, and fetches the proofs of the rest anew. @returns the exit code */
export async function confirm(io: CommandIo, path: string, registry: string): Promise<number> {
  const { kept, refused } = await sendAcceptances(io, registry, await readAcceptances(io, path));
  await writeAcceptances(io, path, kept);
  if (refused.length > 0) {
    throw new TermsNotTaken(
      `${refused.join('\n')}\n${counted(refused.length, 'acceptance keeps', 'acceptances keep')} no row until it is confirmed: ` +
        `assent terms send ${path} --registry ${registry}`,
    );
  }
  io.out(`The registry confirmed ${kept.length}: whoever offers these terms sees who accepted them.\n`);
  return EXIT.done;
}

function notSent(io: CommandIo, path: string): number {
  io.out(
    `Nothing was sent. They keep no row until a registry confirms them: assent terms send ${path} --registry ADDRESS\n`,
  );
  return EXIT.done;
}

async function standingOffers(
  answers: ConsentAnswers,
  { moment, name }: AnswerBasis,
  statements: readonly string[],
  uses: readonly Use[],
): Promise<StandingOffer[]> {
  const found = (await answers.offers?.(statements)) ?? new Map<string, Offer>();
  return statements.map((statement) => {
    const offer = found.get(statement);
    const isOver = (offer?.expiresAt ?? Infinity) <= moment.getTime();
    if (offer === undefined || isOver) {
      throw new TermsNotTaken(`No offer with the id ${statement} stands in ${name}. Nothing was accepted.`);
    }
    const beyond = uses.find((use) => !containsUse(offer.use, use));
    if (beyond === undefined) return { ...offer, statement };
    throw new UsageError(
      `The offer ${statement.slice(0, 12)}… speaks of ${offer.use}, which does not contain ${beyond}. Nothing was accepted.`,
    );
  });
}

function sign(
  { statement, terms, expiresAt }: StandingOffer,
  { origin, answeredAt }: AnswerBasis,
  { use, name }: AcceptOptions,
  signer: Parameters<typeof signAcceptance>[1],
): Acceptance {
  const acceptance = {
    format: ACCEPTANCE_FORMAT,
    version: ACCEPTANCE_VERSION,
    meaning: ACCEPTANCE_MEANING,
    origin,
    statement,
    terms,
    ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
    uses: [...new Set(use)].sort(),
    madeAt: answeredAt.toISOString(),
    ...(name === undefined ? {} : { name }),
  } as const;
  try {
    return readAcceptanceValue(signAcceptance(acceptance, signer, nodeSha256));
  } catch (error) {
    if (error instanceof FieldError && error.path === '/name')
      throw new UsageError(`--name: ${error.message}`);
    throw error;
  }
}

/** What the file holds already of other offers and uses. */
async function others(io: CommandIo, path: string, signed: readonly Acceptance[]): Promise<KeptAcceptance[]> {
  const isThere = await stat(resolve(io.cwd, path)).catch(() => undefined);
  if (isThere === undefined) return [];
  const replaced = new Set(signed.map(subjectOf));
  return (await readAcceptances(io, path)).filter(({ acceptance }) => !replaced.has(subjectOf(acceptance)));
}

function subjectOf({ origin, statement, uses }: Acceptance): string {
  return [origin, statement, ...uses].join(' ');
}

function describeOffer({ statement, terms, expiresAt }: StandingOffer): string {
  const { licenceUrl, credit, feeUrl, contact } = terms;
  const lines = [
    ['Licence', licenceUrl],
    ['Credit', credit],
    ['Fee', feeUrl],
    ['Contact', contact],
    ['Runs out', expiresAt === undefined ? undefined : new Date(expiresAt).toISOString()],
  ].flatMap(([label = '', text]) => (text === undefined ? [] : [`  ${label.padEnd(9)}${plainText(text)}\n`]));
  return `Offer ${statement}\n${lines.join('')}`;
}
