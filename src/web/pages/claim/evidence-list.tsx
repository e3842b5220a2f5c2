import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { WebLink } from '../../parts/web-link.js';
import './evidence-list.css';

interface EvidenceListProps {
  evidence: readonly {
    readonly id: string;
    readonly text: string;
    readonly link: string | null;
    readonly submittedAt: string;
  }[];
}

const LONGEST = 5000;

export function EvidenceList({ evidence }: EvidenceListProps) {
  const { words, formats } = useLanguage();
  if (evidence.length === 0) {
    return null;
  }
  return (
    <section className="stack stack--tight">
      <h3>{words.evidence.given}</h3>
      <ul className="evidence">
        {evidence.map(({ id, text, link, submittedAt }) => (
          <li key={id}>
            <p className="evidence__text">
              <ForeignText text={text} longest={LONGEST} />
            </p>
            {link !== null && (
              <p>
                <WebLink address={link} />
              </p>
            )}
            <p className="note">{formats.moment(submittedAt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
