import { useRef, useState } from 'react';
import type { EnumValue, ResultOf } from '../../../client/graphql.js';
import { useAction } from '../../server/use-action.js';
import { ImportAddresses } from './operations.js';

export type ImportedRow = Extract<
  ResultOf<typeof ImportAddresses>['importAddresses'],
  { __typename: 'ImportAddressesPayload' }
>['rows'][number];

const AT_A_TIME = 100;

/** Hands a list in, so many at a time, and keeps what became of each. Cut off, it goes on where it was when it is begun again. */
export function useImport() {
  const action = useAction(ImportAddresses, (data) => data.importAddresses);
  const [rows, setRows] = useState<readonly ImportedRow[]>([]);
  const [isBusy, setBusy] = useState(false);
  const done = useRef<readonly ImportedRow[]>([]);

  const run = async (addresses: readonly string[], capacity: EnumValue<'Capacity'>): Promise<void> => {
    setBusy(true);
    const known = new Set(done.current.map(({ address }) => address));
    const left = addresses.filter((address) => !known.has(address));
    for (let from = 0; from < left.length; from += AT_A_TIME) {
      const batch = left.slice(from, from + AT_A_TIME);
      const result = await action.run({ input: { addresses: batch, uses: ['TRAIN_AI'], capacity } });
      if (result === undefined) {
        break;
      }
      done.current = [...done.current, ...result.rows];
      setRows(done.current);
    }
    setBusy(false);
  };
  return { run, rows, isBusy, problem: action.problem };
}
