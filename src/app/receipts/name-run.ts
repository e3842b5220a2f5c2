import { hexToBytes } from '@noble/hashes/utils.js';
import { FieldError, FieldReader } from '../../core/json/field-reader.js';
import { commitToOpening, SALT_LENGTH } from '../../core/log/opening.js';
import { buildReceiptLeaf, type ReceiptLeaf } from '../../core/log/receipt-leaf.js';
import { LONGEST_BUILDER_NAME } from '../../core/receipt/builder-name.js';
import { publicRun } from '../../core/receipt/named-run.js';
import { readReceiptValue } from '../../core/receipt/read-receipt.js';
import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import type { Receipt, ReceiptSource } from '../../core/receipt/receipt.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { takeAttempt, type TooManyAttempts } from '../accounts/take-attempt.js';
import { appendLeaves } from '../log/append-leaves.js';
import { projectReceipt } from '../log/project-receipt.js';
import { proveLeaf } from '../log-reading/prove-leaf.js';
import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import type { DatedReceipt } from './date-receipt.js';
import { type EntitledName, entitledName } from './entitled-name.js';
import { verifyOwnReceipt } from './verify-own-receipt.js';

interface NamedReceipt {
  readonly name: string;
  readonly receipt: Receipt;
}

/**
 * Dates a receipt whose builder chose to be named: its leaf also says how many leaves its answers rest on, the uses and the counts, and commits
 * to the name. Names of files, what was asked, the policy and the receipt itself are not kept. Sent again by the same account, it is proved again.
 * Throws `LogReadOnly` when the log takes nothing.
 * @param input `name`, and `receipt`, whole
 */
export async function nameRun(
  registry: Registry,
  account: Account,
  input: unknown,
): Promise<DatedReceipt | InvalidInput | TooManyAttempts> {
  const read = readInput(input);
  if ('ok' in read) return read;
  const tooMany = await takeAttempt(registry, 'name-run', [`account:${account.id}`]);
  if (tooMany !== undefined) return tooMany;
  const source = await verifyOwnReceipt(registry, read.receipt);
  if (typeof source === 'string') {
    return invalidInput('receipt', `The receipt does not hold. ${source}`, HOLDS);
  }
  const digest = receiptDigest(read.receipt, registry.sha256);
  const index = await registry.log.sequence(async (stores, at) => {
    const known = await knownRun(stores, account, digest, read.name);
    if (known !== undefined) return known;
    const entitled = await entitledName(registry, stores, account, read.name);
    if (!entitled.ok) return entitled;
    return addRun(registry, stores, { account, entitled, receipt: read.receipt, source, digest }, at);
  });
  return typeof index === 'bigint' ? provenAt(registry, index) : index;
}

function readInput(input: unknown): NamedReceipt | InvalidInput {
  try {
    return FieldReader.object(input, '', (fields) => ({
      name: fields.text('name', { maximum: LONGEST_BUILDER_NAME }),
      receipt: readReceiptValue(fields.value('receipt')),
    }));
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return invalidInput(
      error.path.slice(1),
      error.message,
      'Send {"name": …, "receipt": the receipt, whole}.',
    );
  }
}

const HOLDS = '"assent receipt verify" says what holds of it.';

/** A receipt is named once: whoever finds one cannot put another name to it. */
async function knownRun(
  { namedRuns }: Stores,
  { id }: Account,
  digest: string,
  name: string,
): Promise<bigint | InvalidInput | undefined> {
  const known = await namedRuns.byDigest(hexToBytes(digest));
  if (known === undefined) return undefined;
  const named = await namedRuns.nameOf(known.logIndex);
  if (named?.accountId === id && named.name === name) return known.logIndex;
  return invalidInput(
    'receipt',
    'This receipt is on record as a named run already, and a run is named once.',
    'If it is yours and somebody else was named, write to whoever runs this registry.',
  );
}

interface NewRun {
  readonly account: Account;
  readonly entitled: EntitledName;
  readonly receipt: Receipt;
  readonly source: ReceiptSource;
  readonly digest: string;
}

async function addRun(registry: Registry, stores: Stores, run: NewRun, at: Date): Promise<bigint> {
  const { account, entitled, receipt, source, digest } = run;
  const { name, claimId } = entitled;
  const salt = registry.random.bytes(SALT_LENGTH);
  const builder = commitToOpening({ v: 1, name }, salt, registry.sha256);
  const signer = receipt.signer?.split('+')[1];
  const leaf: ReceiptLeaf = buildReceiptLeaf({
    digest,
    ...(signer === undefined ? {} : { signer }),
    run: { ...publicRun(receipt, source), builder },
    time: at.toISOString(),
  });
  const [entry] = await appendLeaves(registry, stores, [leaf], at);
  if (entry === undefined) throw new Error('The log took no leaf of a run.');
  await projectReceipt(stores, leaf, entry.index);
  await stores.namedRuns.name({
    ...{ logIndex: entry.index, accountId: account.id, name, salt, claimId },
    hiddenAt: undefined,
  });
  return entry.index;
}

async function provenAt(registry: Registry, index: bigint): Promise<DatedReceipt> {
  const [entry] = await registry.store.log.atIndexes([index]);
  const proof = entry && (await proveLeaf(registry, entry.leafHash));
  if (entry === undefined || proof === undefined) {
    throw new Error('The log took a run and does not prove it.');
  }
  return { ok: true, leafHash: entry.leafHash, proof };
}
