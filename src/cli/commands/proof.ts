import type { Command } from 'commander';
import { readEvidence, readPolicy } from '../../verifier/read-evidence.js';
import { MAX_ENTRY_LENGTH } from '../../verifier/sha256.js';
import { MAX_PROOF_LENGTH } from '../../verifier/tlog-proof.js';
import type { VerifierKey } from '../../verifier/verifier-key.js';
import { verifyProof } from '../../verifier/verify-proof.js';
import type { CommandSetting } from '../command-setting.js';
import { EXIT, type CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { keyOption, tellOn } from '../verification-output.js';

interface VerifyOptions {
  readonly key?: readonly VerifierKey[];
  readonly leaf?: string;
  readonly policy?: string;
}

export function addProof(program: Command, { io, ended }: CommandSetting): void {
  const proof = program.command('proof').description('Works on proofs that a log holds a statement.');
  proof
    .command('verify')
    .summary('check a .tlog-proof, step by step and without a network')
    .description(
      'Hashes the leaf, climbs to the root and checks the signature under it, and prints each step. Ends with 0 when all of ' +
        'it holds, and with 3 when something does not or no key was given: without a key anybody could have made the proof.',
    )
    .argument('<file>', 'proof (C2SP tlog-proof)')
    .addOption(keyOption('key that you trust to sign for the log'))
    .option('--leaf <file>', "the leaf's bytes; by default those in the extra line of the proof")
    .option(
      '--policy <file>',
      'policy (C2SP tlog-policy) with the logs that you trust, and which witnesses must have cosigned',
    )
    .action(async (file: string, options: VerifyOptions) => {
      ended(await verify(io, file, options));
    });
}

async function verify(io: CommandIo, file: string, options: VerifyOptions): Promise<number> {
  const bytes = await readEvidence(io.cwd, file, MAX_PROOF_LENGTH);
  const policy = options.policy === undefined ? undefined : await readPolicy(io.cwd, options.policy);
  const leaf =
    options.leaf === undefined ? undefined : await readEvidence(io.cwd, options.leaf, MAX_ENTRY_LENGTH);
  const anchors = options.key ?? policy?.logs ?? [];
  const { origin, index, isSigned } = verifyProof(bytes, { path: file, leaf, anchors, policy }, tellOn(io));
  if (!isSigned) {
    io.err(
      'Not verified: leaf and root fit together, but no key was given, so nobody is shown to have signed the root. ' +
        'Anybody can make such a file. Give the key of the log that you trust with --key.\n',
    );
    return EXIT.noEvidence;
  }
  io.out(`Verified: the log ${plainText(origin)} holds this leaf, as number ${index}.\n`);
  return EXIT.done;
}
