import type { Cosignature } from './cosignatures.js';
import type { Tell } from './tell.js';
import { policyName, type WitnessPolicy } from './witness-policy.js';

export function tellCosignatures(
  cosignatures: readonly Cosignature[],
  { quorum }: WitnessPolicy,
  tell: Tell,
): void {
  for (const { witness, time } of cosignatures)
    tell('Witness', `${policyName(witness)} cosigned it ${saidTime(time)}`);
  tell(
    'Policy',
    quorum === undefined ? 'asks for no witness' : `asks for ${policyName(quorum)}, which is reached`,
  );
}

/** A moment that no calendar reaches is told as the seconds that it is. */
function saidTime(seconds: bigint): string {
  const date = new Date(Number(seconds) * 1_000);
  return Number.isNaN(date.getTime()) ? `at POSIX second ${seconds}` : `at ${date.toISOString()}`;
}
