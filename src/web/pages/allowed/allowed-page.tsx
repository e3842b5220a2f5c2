import { useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PageTitle } from '../../parts/page-title.js';
import { PagedList } from '../../parts/paged-list.js';
import { USES } from '../../statements/uses.js';
import { AllowedForm } from './allowed-form.js';
import { GivenStatement } from './given-statement.js';
import { GivenQuery } from './operations.js';

const FORMATS = ['csv', 'ndjson', 'parquet'] as const;

/** What artists say yes to, or yes on terms, for who builds datasets: to look through, and to take along as a file. */
export function AllowedPage() {
  const words = useWords();
  const [params] = useSearchParams();
  const typed = params.get('q')?.trim() ?? '';
  const use = USES.find((one) => one === params.get('use'));
  const terms = params.get('terms');
  const onTerms = terms === 'only' ? true : terms === 'none' ? false : undefined;
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.allowed.title}>{words.allowed.title}</PageTitle>
      <p className="lead">{words.allowed.lead}</p>
      <AllowedForm key={params.toString()} typed={typed} use={use ?? ''} terms={terms ?? ''} />
      <div className="reading">
        <PagedList
          key={`found ${params.toString()}`}
          query={GivenQuery}
          variables={{
            ...(typed === '' ? {} : { words: typed }),
            ...(use === undefined ? {} : { use }),
            ...(onTerms === undefined ? {} : { onTerms }),
          }}
          pick={(data) => data.given}
          empty={<Empty isFiltered={params.size > 0} />}
        >
          {(statement) => <GivenStatement key={statement.id} statement={statement} />}
        </PagedList>
      </div>
      <p className="row note">
        {words.allowed.take}
        {FORMATS.map((format) => (
          <a key={format} href={exportPath(format, typed, use, onTerms)} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <p className="note">{words.allowed.onlyAList}</p>
    </div>
  );
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  const words = useWords();
  return (
    <div className="stack">
      <p className="lead">{isFiltered ? words.allowed.noneFits : words.allowed.none}</p>
      {isFiltered && (
        <div className="row">
          <ButtonLink look="outline" to="/allowed">
            {words.allowed.showAll}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function exportPath(
  format: string,
  typed: string,
  use: string | undefined,
  onTerms: boolean | undefined,
): string {
  const params = new URLSearchParams();
  if (typed !== '') params.set('q', typed);
  if (use !== undefined) params.set('use', use.toLowerCase().replaceAll('_', '-'));
  if (onTerms !== undefined) params.set('answer', onTerms ? 'CONDITIONAL' : 'ALLOWED');
  return `/exports/allowed.${format}${params.size === 0 ? '' : `?${params.toString()}`}`;
}
