import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { PageTitle } from '../../parts/page-title.js';
import type { PublicStatement } from '../../verification/operations.js';
import { useVerification, type Verifier } from '../../verification/use-verification.js';
import { VerificationNotice } from '../../verification/verification-notice.js';
import { StatementById } from '../statement/statement-by-id.js';
import { CertificateSheet } from './certificate-sheet.js';
import './certificate-page.css';

/** A sheet to print and to hand on. There is none unless the proof was verified here. */
export function CertificatePage() {
  return (
    <div className="page certificate-page">
      <StatementById>{(id, statement) => <Certificate id={id} statement={statement} />}</StatementById>
    </div>
  );
}

interface CertificateProps {
  id: string;
  statement: PublicStatement;
}

function Certificate({ id, statement }: CertificateProps) {
  const { words } = useLanguage();
  const verifier = useVerification(id, statement);
  const { state } = verifier;
  return (
    <div className="stack stack--loose">
      {state.kind === 'verified' ? (
        <>
          <div className="row on-screen-only">
            <Button
              look="filled"
              onClick={() => {
                window.print();
              }}
            >
              {words.certificate.print}
            </Button>
            <Link to={`/statements/${id}/card`}>{words.card.open}</Link>
            <Link to={`/statements/${id}`}>{words.certificate.back}</Link>
          </div>
          <CertificateSheet id={id} statement={statement} verified={state} />
        </>
      ) : (
        <NoCertificate id={id} statement={statement} verifier={verifier} />
      )}
    </div>
  );
}

function NoCertificate({ id, statement, verifier }: CertificateProps & { verifier: Verifier }) {
  const { words, formats } = useLanguage();
  const title = words.certificate.tab(formats.count(statement.logIndex));
  const hasFailed = verifier.state.kind === 'failed';
  return (
    <>
      <PageTitle tab={title}>{title}</PageTitle>
      <VerificationNotice verifier={verifier} />
      <p>{hasFailed ? words.certificate.none : words.certificate.waiting}</p>
      <p>
        <Link to={`/statements/${id}`}>{words.certificate.back}</Link>
      </p>
    </>
  );
}
