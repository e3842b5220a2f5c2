import { bytesToHex } from '@noble/hashes/utils.js';
import { viewStatement } from '../../src/app/consent/view-statements.js';
import type { Registry } from '../../src/app/registry.js';
import { takeAcceptance } from '../../src/app/terms/take-acceptance.js';
import {
  ACCEPTANCE_FORMAT,
  ACCEPTANCE_MEANING,
  ACCEPTANCE_VERSION,
  type Acceptance,
} from '../../src/core/acceptance/acceptance.js';
import { acceptanceBytes, signAcceptance } from '../../src/core/acceptance/acceptance-bytes.js';
import type { Use } from '../../src/core/consent/use.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { formatPrivateKey, parsePrivateKey } from '../../src/log-key/private-key-text.js';

/** Somebody called `name` accepts the terms of a statement that stands, for the use that it speaks of. */
export async function acceptOffer(
  registry: Registry,
  statementId: Uint8Array,
  name: string,
): Promise<Acceptance> {
  const view = await viewStatement(registry, statementId);
  const signer = parsePrivateKey(formatPrivateKey('builder.example/receipts', new Uint8Array(32).fill(9)));
  if (view?.terms === undefined || signer === undefined) throw new Error('There is nothing to accept.');
  const { use, expiresAt } = view.statement;
  const acceptance = signAcceptance(
    {
      format: ACCEPTANCE_FORMAT,
      version: ACCEPTANCE_VERSION,
      meaning: ACCEPTANCE_MEANING,
      origin: registry.log.origin,
      statement: bytesToHex(statementId),
      terms: view.terms,
      ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
      uses: [use as Use],
      madeAt: registry.clock().toISOString(),
      name,
    },
    signer,
    nodeSha256,
  );
  const taken = await takeAcceptance(registry, acceptanceBytes(acceptance));
  if (!taken.ok) throw new Error(taken.message);
  return acceptance;
}
