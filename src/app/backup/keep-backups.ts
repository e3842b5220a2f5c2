import { readBackup } from '../../core/backup/backup-reader.js';
import type { KeptBackups } from '../ports/kept-backups.js';
import { dumpRegistry, type DumpedRegistry } from './dump-registry.js';

/** Keeps backups of the tables that no journal holds, as long as a registry is open. */
export interface BackupKeeper {
  /** Makes a new one and removes all older ones: what was erased may stand in them. */
  renew(): Promise<void>;
  /** Makes a last one, if anything changed. */
  close(): Promise<void>;
}

export interface KeeperParts extends DumpedRegistry {
  readonly backups: KeptBackups;
  /** Whether the store is known to lack something: it must not take the place of what older backups hold. */
  readonly isLacking: () => boolean;
  /** Is told when none could be made; the next change tries again. */
  readonly failed: (error: unknown) => void;
}

export interface KeeperPace {
  /** When somebody looks for the first time, in milliseconds: a start may be all that a killed server gets to. */
  readonly soonMs: number;
  /** How often somebody looks whether anything changed, in milliseconds. */
  readonly everyMs: number;
  /** A backup rests this many times as long as it took: for so long nobody else was let in. */
  readonly rest: number;
}

const PACE: KeeperPace = { soonMs: 1_000, everyMs: 30_000, rest: 50 };
const KEPT = 3;

export function keepBackups(parts: KeeperParts, { soonMs, everyMs, rest }: KeeperPace = PACE): BackupKeeper {
  const { store, backups, isLacking, failed } = parts;
  let last: Promise<unknown> = Promise.resolve();
  let keptState: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  async function make(keep: number): Promise<void> {
    const state = await store.dump.state();
    await backups.add(
      (write) => dumpRegistry(parts, { leaves: 'journal', withCatalogue: false }, write),
      keep,
    );
    keptState = state;
  }

  /** Answers how long it took, in milliseconds. */
  async function makeIfChanged(): Promise<number> {
    if (isLacking()) return 0;
    keptState ??= await newestState(backups, parts);
    if ((await store.dump.state()) === keptState) return 0;
    const started = performance.now();
    await make(KEPT);
    return performance.now() - started;
  }

  function schedule(wait: number): void {
    timer = setTimeout(() => {
      void inTurn(makeIfChanged).then(
        (took) => {
          schedule(Math.max(everyMs, took * rest));
        },
        (error: unknown) => {
          failed(error);
          schedule(everyMs);
        },
      );
    }, wait).unref();
  }

  schedule(soonMs);
  return {
    renew: () => inTurn(() => make(1)),
    async close() {
      clearTimeout(timer);
      await inTurn(makeIfChanged).catch(failed);
      clearTimeout(timer);
    },
  };
}

/** What the database was at when the newest backup was made; undefined when nobody can say. */
async function newestState(backups: KeptBackups, { sha256 }: KeeperParts): Promise<string | undefined> {
  const [newest] = await backups.list();
  if (newest === undefined) return undefined;
  try {
    for await (const part of readBackup(backups.read(newest), sha256)) {
      return part.kind === 'header' ? part.header.state : undefined;
    }
  } catch {
    // One that cannot be read is none.
  }
  return undefined;
}
