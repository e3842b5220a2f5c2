import { useEffect } from 'react';
import {
  aboutPlace,
  type PlaceStatement,
  PlaceStatements,
  statementsOn,
} from '../../statements/place-statements.js';
import { USES } from '../../statements/uses.js';
import { useQuestion } from '../../server/use-question.js';
import type { AnswerDraft } from './draft.js';
import { placeOf } from './draft-place.js';
import type { Flow } from './flow.js';

const LOOK_AGAIN_MS = 5_000;
/** As long as a mailed link lives. */
const LOOK_FOR_MS = 15 * 60_000;

/**
 * The answer that waits here, if it has gone on the record since its mail was sent: the link may have been opened on any other
 * device. The public record tells, so the registry need not say whether somebody used a mail. It is looked up by address, so that
 * of a file nothing is told; the code of another mail then finds that all is done.
 */
export function useAnswerElsewhere({ draft, lookedFrom }: Flow): PlaceStatement | undefined {
  const place = placeOf(draft);
  const isMailed = draft.mailed !== undefined && draft.file === undefined;
  const [{ data }, look] = useQuestion({
    query: PlaceStatements,
    variables: aboutPlace(place),
    requestPolicy: 'network-only',
    pause: !isMailed,
  });
  const since = draft.mailed?.since;
  const logSize = data?.checkConsent.logSize;

  useEffect(() => {
    if (isMailed && since === undefined && logSize !== undefined) {
      lookedFrom(logSize);
    }
  });
  useEffect(() => {
    const lookIfSeen = (): void => {
      if (document.visibilityState === 'visible') {
        look({ requestPolicy: 'network-only' });
      }
    };
    if (!isMailed) {
      return undefined;
    }
    const interval = setInterval(lookIfSeen, LOOK_AGAIN_MS);
    const end = setTimeout(() => {
      clearInterval(interval);
    }, LOOK_FOR_MS);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      clearInterval(interval);
      clearTimeout(end);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [isMailed, look]);

  return data === undefined || since === undefined
    ? undefined
    : answerAmong(
        statementsOn(place, data).filter(({ logIndex }) => Number(logIndex) >= Number(since)),
        draft,
      );
}

/** A statement of whoever has said all that the draft says. */
function answerAmong(
  statements: readonly PlaceStatement[],
  { answers }: AnswerDraft,
): PlaceStatement | undefined {
  return statements.find(({ claimant }) =>
    USES.every(
      (use) =>
        answers[use] === undefined ||
        statements.some(
          (said) => said.claimant === claimant && said.use === use && said.preference === answers[use],
        ),
    ),
  );
}
