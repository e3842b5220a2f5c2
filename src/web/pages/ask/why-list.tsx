import type { EnumValue, FragmentOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import type { StatementParts } from '../../statements/statement-fragment.js';
import { StatementLine } from '../../statements/statement-line.js';

type Use = EnumValue<'Use'>;
type NamedStatement = { readonly id: string } & FragmentOf<typeof StatementParts>;

interface Said {
  readonly reason: string;
  readonly via?: string;
  readonly statement: NamedStatement;
}

interface WhyListProps {
  decisions: readonly {
    readonly use: Use;
    readonly decidedBy: readonly Said[];
    readonly notCounted: readonly Said[];
  }[];
}

/** Which statements made the answers and which did not, each once, with the reasons in plain words. */
export function WhyList({ decisions }: WhyListProps) {
  const words = useWords();
  const deciding = gathered(decisions, (decision) => decision.decidedBy);
  const idle = gathered(decisions, (decision) => decision.notCounted).filter(
    ({ statement }) => !deciding.some((other) => other.statement.id === statement.id),
  );
  return (
    <>
      {deciding.length > 0 && (
        <section className="section">
          <h2>{words.ask.decidedBy}</h2>
          <div>
            {deciding.map((group) => (
              <StatementLine
                key={group.statement.id}
                statement={group.statement}
                reason={<Why group={group} />}
              />
            ))}
          </div>
        </section>
      )}
      {idle.length > 0 && (
        <section className="section">
          <h2>{words.ask.notCounted}</h2>
          <p className="note">{words.ask.notCountedMeans}</p>
          <div>
            {idle.map((group) => (
              <StatementLine
                key={group.statement.id}
                statement={group.statement}
                reason={<Why group={group} />}
              />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

interface Group {
  readonly statement: NamedStatement;
  /** In the order in which the uses were asked about. */
  readonly uses: readonly Use[];
  readonly reasons: readonly string[];
  readonly vias: readonly string[];
}

/** Each statement once, with every use it was named for. */
function gathered(
  decisions: WhyListProps['decisions'],
  pick: (decision: WhyListProps['decisions'][number]) => readonly Said[],
): Group[] {
  const named = decisions.flatMap((decision) =>
    pick(decision).map((said) => ({ ...said, use: decision.use })),
  );
  const statements = new Map(named.map(({ statement }) => [statement.id, statement]));
  return [...statements.values()].map((statement) => {
    const sayings = named.filter((said) => said.statement.id === statement.id);
    return {
      statement,
      uses: distinct(sayings.map(({ use }) => use)),
      // Under "what decided" it need not be said again that it decides.
      reasons: distinct(sayings.map(({ reason }) => reason)).filter((reason) => reason !== 'decides'),
      vias: distinct(sayings.map(({ via }) => via)).filter((via) => via !== undefined),
    };
  });
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

function Why({ group }: { group: Group }) {
  const words = useWords();
  return (
    <ul className="why">
      <li>
        {words.ask.appliesTo} {group.uses.map((use) => words.uses[use].name).join(', ')}
      </li>
      {group.vias.map((via) => (
        <CodeInWords key={via} code={via} texts={words.vias} />
      ))}
      {group.reasons.map((reason) => (
        <CodeInWords key={reason} code={reason} texts={words.reasons} />
      ))}
    </ul>
  );
}

/** Rules of a later version may bring codes that this page has no words for. */
function CodeInWords({ code, texts }: { code: string; texts: Readonly<Record<string, string>> }) {
  const text = texts[code];
  return text === undefined ? <li lang="en">{code}</li> : <li>{text}</li>;
}
