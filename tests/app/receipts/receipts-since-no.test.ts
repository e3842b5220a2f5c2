import { afterAll, expect, it } from '@jest/globals';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { dateReceipt } from '../../../src/app/receipts/date-receipt.js';
import { signUp } from '../../support/sign-up.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';

const store = await openTestStore();
const registry = makeTestRegistry(store);
afterAll(() => store.close());

const receipt = (number: number, signer?: string) =>
  dateReceipt(registry, { digest: String(number).repeat(64), ...(signer === undefined ? {} : { signer }) });

it('counts receipts since the first no of an account that still stands, and those of builders who chose to be known', async () => {
  const artist = await signUp(registry);
  const { id } = artist.account;
  const say = async (name: string, preference: 'deny' | 'allow') => {
    const said = await declareConsent(registry, artist, {
      ...{ kind: 'url', address: `https://kiln.example/${name}.jpg`, capacity: 'author' },
      ...{ basis: 'own-right', ownWorks: true, answers: [{ use: 'train-ai', preference }] },
    });
    if (!said.ok) throw new Error(said.message);
    return said.statements[0]?.statement.id;
  };
  await say('0', 'allow');
  await receipt(1);
  expect(await store.figures.receiptsSinceNo(id)).toBeUndefined();

  const first = await say('1', 'deny');
  expect(await store.figures.receiptsSinceNo(id)).toMatchObject({ dated: 0n, named: 0n });
  await receipt(2);
  await say('2', 'deny');
  await receipt(3, '0123abcd');
  await receipt(4);
  expect(await store.figures.receiptsSinceNo(id)).toMatchObject({ dated: 3n, named: 1n });

  if (first === undefined) throw new Error('Nothing was said.');
  await withdrawStatement(registry, artist, { statementId: first });
  expect(await store.figures.receiptsSinceNo(id)).toMatchObject({ dated: 2n, named: 1n });
});
