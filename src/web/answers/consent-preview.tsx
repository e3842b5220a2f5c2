import { graphql, type ResultOf, type VariablesOf } from '../../client/graphql.js';
import { useLanguage } from '../language/language-context.js';
import { Answered } from '../parts/answered.js';
import { ProblemNote } from '../parts/problem-note.js';
import { SkeletonLines } from '../parts/skeleton.js';
import { type Problem, problemOf } from '../server/problem.js';
import { useQuestion } from '../server/use-question.js';
import './consent-preview.css';

const PreviewConsent = graphql(`
  query PreviewConsent($input: PreviewConsentInput!) {
    previewConsent(input: $input) {
      __typename
      ... on ConsentPreview {
        datasets {
          dataset {
            slug
            title
          }
          entries
          isAtLeast
          lookedAt
          turns {
            use
            from
            to
            entries
          }
          turnsOnceShown {
            use
            from
            to
            entries
          }
        }
        countsNow
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export type PreviewInput = VariablesOf<typeof PreviewConsent>['input'];
type Previewed = Extract<
  ResultOf<typeof PreviewConsent>['previewConsent'],
  { __typename: 'ConsentPreview' }
>['datasets'][number];

interface ConsentPreviewProps {
  input: PreviewInput;
  /** Why the change itself did not happen, which is told beside it, and is not told twice. */
  told?: Problem | undefined;
}

/** What a change of answers would decide in the datasets that are known, before it is made. */
export function ConsentPreview({ input, told }: ConsentPreviewProps) {
  const { words } = useLanguage();
  const [state, ask] = useQuestion({
    query: PreviewConsent,
    variables: { input },
    requestPolicy: 'network-only',
  });
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  if (told !== undefined && state.error !== undefined && problemOf(state.error).kind === told.kind)
    return null;
  return (
    <Answered state={state} waiting={<SkeletonLines lines={2} />} onRetry={again}>
      {({ previewConsent: preview }) =>
        preview.__typename !== 'ConsentPreview' ? (
          <ProblemNote problem={{ kind: 'refused', refusal: preview }} />
        ) : preview.datasets.length === 0 ? (
          <p className="note">{words.preview.nothing}</p>
        ) : (
          <ul className="consent-preview">
            {preview.datasets.map((previewed) => (
              <PreviewedLine key={previewed.dataset.slug} previewed={previewed} />
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function PreviewedLine({ previewed }: { previewed: Previewed }) {
  const { words, formats } = useLanguage();
  const { dataset, entries, isAtLeast, lookedAt, turns, turnsOnceShown } = previewed;
  const isEstimate = isEstimated(previewed);
  return (
    <li>
      <p>
        <strong>{dataset.title}</strong>: {words.preview.entries(formats.amount(entries), isAtLeast)}
      </p>
      <Turns turns={turns} previewed={previewed} />
      {turnsOnceShown !== null && turnsOnceShown.length > 0 && (
        <>
          <p className="note">{words.preview.onceShown}</p>
          <Turns turns={turnsOnceShown} previewed={previewed} />
        </>
      )}
      {isEstimate && <p className="note">{words.preview.estimated(formats.amount(lookedAt))}</p>}
    </li>
  );
}

function isEstimated({ entries, isAtLeast, lookedAt }: Previewed): boolean {
  return lookedAt < entries || isAtLeast;
}

function Turns({ turns, previewed }: { turns: Previewed['turns']; previewed: Previewed }) {
  const { words, formats } = useLanguage();
  const isEstimate = isEstimated(previewed);
  const inAll = (count: number): number =>
    isEstimate ? Math.round((count / previewed.lookedAt) * previewed.entries) : count;
  return turns.length === 0 ? (
    <p className="note">{words.preview.unchanged}</p>
  ) : (
    <ul className="consent-preview__turns">
      {turns.map(({ use, from, to, entries }) => (
        <li key={`${use} ${from} ${to}`}>
          {words.preview.turn(
            formats.amount(inAll(entries)),
            words.decisions[from],
            words.decisions[to],
            words.uses[use].name,
            isEstimate,
          )}
        </li>
      ))}
    </ul>
  );
}
