import { useState } from 'react';
import { useClient } from 'urql';
import type { EnumValue } from '../../../client/graphql.js';
import { type Problem, problemOf } from '../../server/problem.js';
import { type AnsweredRow, answeredRows } from './answered-rows.js';
import { type CheckReport, TryCheck } from './operations.js';

type Use = EnumValue<'Use'>;

/** What was asked, and what became of it. There are rows only where each address has its answer. */
export type Checked =
  | { readonly kind: 'nothing-asked' | 'asking' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'answered';
      readonly use: Use;
      readonly report: CheckReport;
      readonly rows: AnsweredRow[];
    };

interface Check {
  readonly checked: Checked;
  readonly ask: (urls: readonly string[], use: Use) => Promise<void>;
}

/** Asks about many addresses at once, anew each time: an answer of a minute ago is none. */
export function useCheck(): Check {
  const client = useClient();
  const [checked, setChecked] = useState<Checked>({ kind: 'nothing-asked' });

  const ask = async (urls: readonly string[], use: Use): Promise<void> => {
    setChecked({ kind: 'asking' });
    const variables = { items: urls.map((url) => ({ url })), use };
    const { data, error } = await client
      .query(TryCheck, variables, { requestPolicy: 'network-only' })
      .toPromise();
    const report = error === undefined ? data?.checkConsent : undefined;
    const rows = report === undefined ? undefined : answeredRows(urls, use, report.answers);
    setChecked(
      report === undefined || rows === undefined
        ? { kind: 'problem', problem: problemOf(error) }
        : { kind: 'answered', use, report, rows },
    );
  };
  return { checked, ask };
}
