/** What may be wrong with that by which a client is answered. */
export const FAILURES = [
  'no snapshot',
  'stale beyond policy',
  'bad signature',
  'truncated file',
  'version from the future',
  'server down',
  'short answer',
] as const;

export type Failure = (typeof FAILURES)[number];

/** Says why a client cannot meet a failure; everything else is the name of a case in the suite of the client. */
const notMet = (reason: string) => ({ reason });

type Cell = string | { readonly reason: string };

/** Of the programs that ask a registry: names in broken-registry.ts. */
const ASKING: Readonly<Record<Failure, Cell>> = {
  'no snapshot': 'is not to be vouched for (503)',
  'stale beyond policy': 'answers as of long ago',
  'bad signature': notMet('an answer over HTTP bears no signature; a snapshot does'),
  'truncated file': 'breaks off',
  'version from the future': 'answers by later rules',
  'server down': 'is not there',
  'short answer': 'answers too few lines',
};

/** Of the ways in which a registry answers: names in faces-fail-closed.test.ts. */
const ANSWERING: Readonly<Record<Failure, Cell>> = {
  'no snapshot': 'its database does not say what was signed',
  'stale beyond policy': 'its log is shorter than what was published',
  'bad signature': 'its log is another than was published',
  'truncated file': 'its database does not give the leaves',
  'version from the future': 'its log holds a leaf of a later release',
  'server down': notMet('what is down answers nothing; who asks it is another row'),
  'short answer': notMet('who counts the answers is another row'),
};

/** Of the programs that read a snapshot: names in offline.test.ts. */
const READING: Readonly<Record<Failure, Cell>> = {
  'no snapshot': 'is not there',
  'stale beyond policy': 'was the newest long ago',
  'bad signature': 'has another signature',
  'truncated file': 'has a file that was cut off',
  'version from the future': 'is of a version to come',
  'server down': notMet('a folder has no server'),
  'short answer': notMet('a folder answers with what it holds: a file that is short was cut off'),
};

/** Every client, and by which case each failure is tried with it. A client that lacks one does not compile. */
export const CELLS = {
  TypeScript: ASKING,
  Python: ASKING,
  'POST /v1/check in text': ANSWERING,
  'POST /v1/check in NDJSON': ANSWERING,
  'POST /api/v2/query/urls': ANSWERING,
  checkConsent: ANSWERING,
  'assent check': ANSWERING,
  'assent check --snapshot': READING,
  'assent.py check --snapshot': READING,
  'checked_loader.py': READING,
  'assent check --registry': {
    ...READING,
    'server down': 'is on a server that is down',
    'short answer': 'comes a byte short',
  },
  'GET /v1/snapshots/N/range': {
    ...READING,
    'stale beyond policy': notMet('a range is asked for by the size that it is of, and is never another'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Failure, Cell>>>>;

/** Failures that a suite tries with none of its cases, though the client can meet them. */
export function untried(client: string, cases: readonly string[]): Failure[] {
  const cells = (CELLS as Readonly<Record<string, Readonly<Record<Failure, Cell>>>>)[client];
  return FAILURES.filter((failure) => {
    const cell = cells?.[failure];
    return cell === undefined || (typeof cell === 'string' && !cases.includes(cell));
  });
}
