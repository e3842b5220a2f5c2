import { graphql } from '../../../client/graphql.js';
import { RunsWithAnswer } from '../../statements/runs-with-answer.js';
import { useLanguage } from '../../language/language-context.js';
import { useQuestion } from '../../server/use-question.js';

const AskedSinceQuery = graphql(`
  query AskedSince {
    viewer {
      id
      receiptsSinceNo {
        since
        dated
        named
        runs {
          runs
          builders {
            name
            isProven
            runs
          }
        }
      }
    }
  }
`);

/** How many builders had it put on record that they asked, since somebody said no; nothing before there is a no. */
export function AskedSince() {
  const { words, formats } = useLanguage();
  const [{ data }] = useQuestion({ query: AskedSinceQuery, requestPolicy: 'cache-and-network' });
  const counted = data?.viewer?.receiptsSinceNo;
  if (counted === undefined || counted === null) return null;
  return (
    <>
      <p className="reading">
        {words.desk.askedSince(
          formats.day(counted.since),
          formats.amount(counted.dated),
          formats.amount(counted.named),
        )}{' '}
        <span className="note">{words.desk.askedMeans}</span>
      </p>
      {counted.runs.runs !== '0' && (
        <RunsWithAnswer runs={counted.runs}>
          {words.desk.runsSince(formats.amount(counted.runs.runs))}
        </RunsWithAnswer>
      )}
    </>
  );
}
