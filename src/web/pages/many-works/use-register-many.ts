import { useRef, useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import type { Problem } from '../../server/problem.js';
import { useAction } from '../../server/use-action.js';
import { RegisterWorks } from '../works/operations.js';
import { titleOf } from '../works/send-file.js';
import { keptProgress } from './kept-progress.js';
import { openPrinter, type Printer } from './printer.js';
import type { Printed } from './print-worker.js';

/** What became of the files so far. */
export interface Tally {
  readonly all: number;
  readonly registered: number;
  readonly known: number;
  /** Those that are no work that is read here, and why. */
  readonly refused: readonly {
    readonly name: string;
    readonly why: Extract<Printed, { why: string }>['why'];
  }[];
}

const NOTHING: Tally = { all: 0, registered: 0, known: 0, refused: [] };
/** As many as are registered in one request, and as are fingerprinted before. */
const AT_A_TIME = 25;
const TRIES = 6;
const REST_MS = 10_000;

/** Fingerprints files on the device and registers works by that, batch by batch. What is done is passed over when it is begun again. */
export function useRegisterMany(account: string) {
  const register = useAction(RegisterWorks, (data) => data.registerWorks);
  const [tally, setTally] = useState(NOTHING);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const stopped = useRef(false);

  const registerBatch = async (
    printed: readonly { file: File; prints: Extract<Printed, { prints: object }>['prints'] }[],
    capacity: EnumValue<'Capacity'>,
  ) => {
    const works = printed.map(({ file, prints }) => ({ prints, title: titleOf(file) }));
    for (let tries = 1; ; tries += 1) {
      const done = await register.run({ input: { capacity, works } });
      if (done !== undefined || tries === TRIES || stopped.current) {
        return done;
      }
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  };

  const run = async (files: readonly File[], capacity: EnumValue<'Capacity'>): Promise<void> => {
    const kept = keptProgress(account);
    const left = files.filter((file) => !kept.has(file));
    let counted: Tally = { ...NOTHING, all: files.length, known: files.length - left.length };
    const tell = (change: Partial<Tally>): void => {
      counted = { ...counted, ...change };
      setTally(counted);
    };
    stopped.current = false;
    setProblem(undefined);
    setBusy(true);
    tell({});
    const printer = openPrinter();
    try {
      for (let from = 0; from < left.length && !isStopped(); from += AT_A_TIME) {
        const batch = await printAll(printer, left.slice(from, from + AT_A_TIME));
        const printed = batch.flatMap(({ file, printed: one }) =>
          'prints' in one ? [{ file, ...one }] : [],
        );
        const refused = batch.flatMap(({ file, printed: one }) =>
          'why' in one ? [{ name: file.name, why: one.why }] : [],
        );
        const done = printed.length === 0 ? { works: [] } : await registerBatch(printed, capacity);
        if (done === undefined) {
          break;
        }
        kept.add(printed.map(({ file }) => file));
        const fresh = done.works.filter(({ isNew }) => isNew).length;
        tell({
          registered: counted.registered + fresh,
          known: counted.known + done.works.length - fresh,
          refused: [...counted.refused, ...refused],
        });
      }
    } catch {
      setProblem({ kind: 'failed' });
    } finally {
      printer.close();
      setBusy(false);
    }
  };
  const isStopped = (): boolean => stopped.current;
  const stop = (): void => {
    stopped.current = true;
  };
  return { run, stop, tally, isBusy, problem: problem ?? (isBusy ? undefined : register.problem) };
}

function printAll(
  printer: Printer,
  files: readonly File[],
): Promise<{ readonly file: File; readonly printed: Printed }[]> {
  return Promise.all(files.map(async (file) => ({ file, printed: await printer.print(file) })));
}
