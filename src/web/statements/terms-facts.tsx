import { useWords } from '../language/language-context.js';
import { Facts } from '../parts/facts.js';
import { ForeignText } from '../parts/foreign-text.js';
import { WebLink } from '../parts/web-link.js';

interface TermsFactsProps {
  terms: {
    readonly credit: string | null;
    readonly licenceUrl: string | null;
    readonly feeUrl: string | null;
    readonly contact: string | null;
  };
}

/** What somebody asks for in return for a yes. */
export function TermsFacts({ terms }: TermsFactsProps) {
  const words = useWords();
  return (
    <Facts
      facts={[
        [words.terms.credit, terms.credit === null ? null : <ForeignText text={terms.credit} />],
        [words.terms.licenceUrl, terms.licenceUrl === null ? null : <WebLink address={terms.licenceUrl} />],
        [words.terms.feeUrl, terms.feeUrl === null ? null : <WebLink address={terms.feeUrl} />],
        [words.certificate.contact, terms.contact === null ? null : <ForeignText text={terms.contact} />],
      ]}
    />
  );
}
