import { useLanguage } from '../../language/language-context.js';
import { PagedList } from '../../parts/paged-list.js';
import { useSession } from '../../session/use-session.js';
import { useQuestion } from '../../server/use-question.js';
import { NamedBuilderItem } from './named-builder.js';
import { NamedBuildersQuery, NamelessRunsQuery } from './operations.js';

/** Who asks, where they chose to be named: by their last run, and in no order of how much was denied. */
export function WhoAsks() {
  const { words } = useLanguage();
  const { viewer } = useSession();
  const text = words.transparency.whoAsks;
  const mayHide = viewer?.role === 'MODERATOR' || viewer?.role === 'ADMIN';
  return (
    <section className="section stack" id="who-asks">
      <h2>{text.title}</h2>
      <p className="soft">{text.means}</p>
      <ul className="builders">
        <PagedList
          query={NamedBuildersQuery}
          pick={(data) => data.log.namedBuilders}
          empty={
            <li>
              <p>{text.nobody}</p>
              <p className="soft">{text.nobodyMeans}</p>
            </li>
          }
        >
          {(builder) => (
            <NamedBuilderItem
              key={builder.latest[0]?.leafHash ?? builder.name}
              builder={builder}
              mayHide={mayHide}
            />
          )}
        </PagedList>
      </ul>
      <Nameless />
    </section>
  );
}

/** Runs that were named once, so that the list does not look whole where it is not. */
function Nameless() {
  const { words, formats } = useLanguage();
  const [{ data }] = useQuestion({ query: NamelessRunsQuery });
  const nameless = data?.log.namelessRuns ?? '0';
  if (nameless === '0') return null;
  return <p className="note">{words.transparency.whoAsks.nameless(formats.amount(nameless))}</p>;
}
