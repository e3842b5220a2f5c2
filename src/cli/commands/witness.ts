import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { leafCount } from '../../app/log/leaf-count.js';
import { isKeyName } from '../../core/tlog/key-name.js';
import { type VerifierKey, parseVerifierKey } from '../../core/tlog/verifier-key.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { readPolicyFile } from '../../log-key/policy-file.js';
import { readEvidence } from '../../verifier/read-evidence.js';
import { type KnownLogs, knownLogs } from '../../witness/known-logs.js';
import { MAX_EVIDENCE_BYTES, checkLogEvidence } from '../../witness/log-evidence.js';
import type { CommandSetting } from '../command-setting.js';
import { UsageError } from '../usage-error.js';
import { hearSignals } from '../hear-signals.js';
import { EXIT, type CommandIo, type ExitCode } from '../io.js';
import { plainText } from '../plain-text.js';

interface WitnessOptions {
  readonly log?: readonly VerifierKey[];
  readonly policy?: string;
  readonly dir?: string;
  readonly name?: string;
  readonly host: string;
  readonly port: number;
}

/** Where other witnesses listen too. */
const PORT = 7380;

export function addWitness(program: Command, { io, ended }: CommandSetting): void {
  const witness = program
    .command('witness')
    .summary('cosign the checkpoints of logs that never rewrite themselves')
    .description(
      'Runs a witness (c2sp.org/tlog-witness) in a folder of its own until it is stopped. At its first start it makes its ' +
        'key. It prints the verifier key that others name in their policies, and the address that logs send checkpoints to.',
    )
    .option('--dir <folder>', 'folder of this witness: its key, and what it has cosigned')
    .option(
      '--name <name>',
      'its name, a host and a path such as witness.example/w1; needed at its first start',
    )
    .addOption(keysOption('--log', 'key of a log to witness; may be repeated'))
    .option('--policy <file>', 'policy (C2SP tlog-policy) with the logs to witness')
    .addOption(
      new Option('--port <number>', 'port to listen on; 0 takes a free one').argParser(portOf).default(PORT),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(async (options: WitnessOptions) => {
      ended(await run(io, options));
    });
  witness
    .command('verify')
    .summary('check evidence that a witness kept')
    .description(
      'Checks a file from the evidence folder of a witness, offline. Ends with 0 when it proves that the log has signed two ' +
        'histories, and with 3 when it does not.',
    )
    .argument('<file>', 'evidence')
    .addOption(keysOption('--key', 'key that you trust to sign for the log; may be repeated'))
    .action(async (file: string, { key = [] }: { key?: readonly VerifierKey[] }) => {
      ended(await verify(io, file, key));
    });
}

async function run(io: CommandIo, { dir, name, host, port, ...logs }: WitnessOptions): Promise<ExitCode> {
  if (dir === undefined) throw new UsageError('Give the witness a folder of its own with --dir FOLDER.');
  if (name !== undefined && !isKeyName(name)) {
    throw new UsageError(
      '--name cannot be used: a name has no spaces and no plus, such as witness.example/w1.',
    );
  }
  const known = await chosenLogs(io, logs);
  // Loaded only by a witness: no other command serves anything from here.
  const { startWitness } = await import('../../witness/start-witness.js');
  const witness = await startWitness({
    folder: resolve(io.cwd, dir),
    name,
    logs: known,
    host,
    port,
    clock: () => new Date(),
    tell: (line) => {
      io.err(`${plainText(line)}\n`);
    },
  });
  const toldToStop = hearSignals();
  io.out(`Key      ${witness.verifierKey}\nLogs     ${[...known.keys()].map(plainText).join(', ')}\n`);
  io.out(`The witness is ready at ${witness.url}\n`);
  await toldToStop;
  io.err('Stopping …\n');
  await witness.close();
  return EXIT.done;
}

async function verify(io: CommandIo, file: string, keys: readonly VerifierKey[]): Promise<ExitCode> {
  if (keys.length === 0) throw new UsageError('Give the key of the log that you trust with --key.');
  const checked = checkLogEvidence(await readEvidence(io.cwd, file, MAX_EVIDENCE_BYTES), keys);
  if (!checked.ok) {
    io.err(`Not verified: ${plainText(checked.problem.message)}\n`);
    return checked.problem.code === 'not-evidence' ? EXIT.unreadableInput : EXIT.noEvidence;
  }
  const { shows, first, second } = checked;
  const origin = plainText(first.origin);
  for (const { size, root } of [first, second]) {
    io.out(`Signed by ${origin}: ${leafCount(size)} with the root ${Buffer.from(root).toString('base64')}\n`);
  }
  if (shows === 'fork') {
    io.out(`Verified: the log ${origin} has signed two histories. Nothing that it says can be relied on.\n`);
    return EXIT.done;
  }
  io.err(
    'Not decided: the proof that was given leads elsewhere, and anybody can give a wrong one. Both checkpoints are signed ' +
      'by the log: it must be able to prove them consistent. Ask "assent log verify" with --since and the first of them.\n',
  );
  return EXIT.noEvidence;
}

async function chosenLogs(
  io: CommandIo,
  { log = [], policy }: Pick<WitnessOptions, 'log' | 'policy'>,
): Promise<KnownLogs> {
  const named = policy === undefined ? [] : (await readPolicyFile(resolve(io.cwd, policy))).logs;
  const keys = [...log, ...named.map(({ key }) => key)];
  if (keys.length === 0)
    throw new UsageError('Name at least one log: its key with --log, or a file with --policy.');
  return knownLogs(keys);
}

/** A verifier key, as often as one likes. */
function keysOption(flag: string, description: string): Option {
  return new Option(`${flag} <vkey>`, description).argParser(
    (text: string, earlier?: readonly VerifierKey[]) => {
      const parsed = parseVerifierKey(text.trim(), nodeSha256);
      if (!parsed.ok) throw new UsageError(`${flag} cannot be used. ${parsed.problem.message}`);
      return [...(earlier ?? []), parsed.key];
    },
  );
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) throw new UsageError('--port cannot be used: give a number from 0 to 65535.');
  return port;
}
