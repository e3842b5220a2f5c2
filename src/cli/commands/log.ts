import { Option, type Command } from 'commander';
import { join, resolve } from 'node:path';
import type { Config } from '../../config.js';
import { FetchRefused } from '../../fetch/fetch-refused.js';
import type { OperatorFetch } from '../../fetch/operator-fetch.js';
import { type HttpGet, logAddress } from '../../verifier/log-address.js';
import { logFolder } from '../../verifier/log-folder.js';
import type { LogSource } from '../../verifier/log-source.js';
import { readOlderCheckpoint, readPolicy } from '../../verifier/read-evidence.js';
import type { VerifierKey } from '../../verifier/verifier-key.js';
import { verifyLog } from '../../verifier/verify-log.js';
import type { CommandSetting } from '../command-setting.js';
import { EXIT, type CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { startProgress } from '../progress.js';
import { keyOption, tellOn } from '../verification-output.js';

interface VerifyOptions {
  readonly key?: readonly VerifierKey[];
  readonly policy?: string;
  readonly since?: readonly string[];
}

const USER_AGENT = 'Assent-verifier/1';

export function addLog(program: Command, config: Config, { io, ended }: CommandSetting): void {
  const log = program.command('log').description('Works on the log of statements.');
  log
    .command('verify')
    .summary('re-derive a log from its files only')
    .description(
      'Reads every leaf and every hash of a log, computes the tree again from the leaves alone, and compares. Needs no ' +
        'store, and shares no code with what wrote the log. Ends with 0 when all of it holds, and with 3 when something does not.',
    )
    .argument('[place]', "folder or http(s) address of a log; by default the data folder's own")
    .addOption(keyOption('key that you trust to sign for the log; without it, the log is asked for its own'))
    .option('--policy <file>', 'policy (C2SP tlog-policy) that says which witnesses must have cosigned')
    .addOption(
      new Option(
        '--since <file>',
        'checkpoint or proof kept from earlier: the log must begin with its tree; may be repeated',
      ).argParser((file: string, earlier?: readonly string[]) => [...(earlier ?? []), file]),
    )
    .action(async (place: string | undefined, options: VerifyOptions) => {
      ended(await verify(io, place ?? join(config.dataDir, 'log'), options));
    });
}

async function verify(io: CommandIo, place: string, options: VerifyOptions): Promise<number> {
  const policy = options.policy === undefined ? undefined : await readPolicy(io.cwd, options.policy);
  const since = await Promise.all((options.since ?? []).map((path) => readOlderCheckpoint(io.cwd, path)));
  const { source, close } = await openPlace(io, place);
  const progress = startProgress(io, 'Verifying');
  const tell = tellOn(io);
  try {
    const { origin, size, isAnchored } = await verifyLog(
      source,
      {
        anchors: options.key ?? policy?.logs ?? [],
        policy,
        since,
        signal: io.signal,
        onProgress: (leaves, total) => {
          progress.show(leaves, total, 'leaves');
        },
      },
      (label, text) => {
        progress.finish();
        tell(label, text);
      },
    );
    const verdict = `Verified: the log ${plainText(origin)} is whole at size ${size}, and as its key signed it.`;
    io.out(`${isAnchored ? verdict : OWN_WORD}\n`);
    return EXIT.done;
  } finally {
    progress.finish();
    await close();
  }
}

const OWN_WORD =
  'Consistent in itself. The key was taken from the log, so this does not show whose log it is: anybody can make one that ' +
  'agrees with itself. Give the key that you trust with --key.';

async function openPlace(
  io: CommandIo,
  place: string,
): Promise<{ source: LogSource; close: () => Promise<void> }> {
  if (!/^https?:\/\//i.test(place)) {
    return { source: logFolder(resolve(io.cwd, place)), close: () => Promise.resolve() };
  }
  // Loaded only now: a folder is verified without an HTTP client.
  const { createOperatorFetch } = await import('../../fetch/operator-fetch.js');
  const http = createOperatorFetch({ userAgent: USER_AGENT });
  return { source: logAddress(place, getWith(http)), close: () => http.close() };
}

function getWith(http: OperatorFetch): HttpGet {
  return async (url, maxLength) => {
    try {
      const { status, body, headers } = await http.get(url, maxLength);
      const wait = Number(headers['retry-after']);
      return { status, body, retryAfter: Number.isFinite(wait) ? wait : undefined };
    } catch (error) {
      if (error instanceof FetchRefused && error.code === 'too-large') return 'too-long';
      throw error;
    }
  };
}
