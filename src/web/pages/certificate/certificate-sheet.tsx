import { bytesToHex } from '@noble/hashes/utils.js';
import { type ReactNode, useState } from 'react';
import { encodeBase64 } from '../../../core/bytes/base64.js';
import { useLanguage } from '../../language/language-context.js';
import { AnswerMark } from '../../parts/answer-mark.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { PageTitle } from '../../parts/page-title.js';
import { standingWords } from '../../statements/standing-words.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import type { PublicStatement } from '../../verification/operations.js';
import { proofPath } from '../../verification/proof-path.js';
import type { Verifying } from '../../verification/use-verification.js';
import './certificate-sheet.css';
import { HowToCheck } from './how-to-check.js';
import { QrCode } from '../../parts/qr-code.js';

interface CertificateSheetProps {
  id: string;
  statement: PublicStatement;
  verified: Extract<Verifying, { kind: 'verified' }>;
}

/** In characters. One sheet must hold a statement whatever was written into it. */
const LONGEST = { address: 160, term: 100, name: 130 } as const;
const MOST_WITNESSES = 3;

/** What was said, where it stands, and how to check it, on one sheet of paper. */
export function CertificateSheet({ id, statement, verified }: CertificateSheetProps) {
  const { words, formats } = useLanguage();
  const [madeAt] = useState(() => new Date());
  const text = words.certificate;
  const standing = standingWords(statement, madeAt, words, formats);
  const moment = formats.moment(madeAt.toISOString());
  const isShortened = isCut(statement, verified);
  const proofAddress = window.location.origin + proofPath(id);
  return (
    <article
      className={[
        'certificate',
        standing.isGood ? 'certificate--good' : 'certificate--care',
        statement.terms !== null || isShortened ? 'certificate--dense' : '',
      ].join(' ')}
    >
      <header className="certificate__head">
        <PageTitle tab={text.tab(formats.count(statement.logIndex))} over={text.over}>
          <StatementSentence statement={statement} />
        </PageTitle>
        <p className="certificate__registry">
          <AnswerMark answer="DENIED" /> Assent
        </p>
      </header>
      <p className="certificate__standing">
        {text.standing(moment)}: <strong>{standing.title}</strong> {standing.why} {words.statement.assurance}:{' '}
        {words.assurances[statement.assurance]}.
      </p>
      <Lines title={text.said} lines={useSaid({ statement, verified })} />
      <Lines title={text.record} lines={useRecord({ statement, verified })} />
      <section className="certificate__foot">
        <HowToCheck id={id} proofAddress={proofAddress} keyText={verified.proven.logKey.text} />
        <QrCode text={proofAddress} label={text.code} />
      </section>
      <p className="certificate__note">
        {text.checked(moment)} {text.keySource[verified.keySource]} {text.paper}
        {isShortened && ` ${text.shortened}`}
      </p>
    </article>
  );
}

type Line = readonly [term: string, value: ReactNode];

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <h2 className="certificate__title">{title}</h2>
      <dl className="certificate__lines">
        {lines
          .filter(([, value]) => value !== null)
          .map(([term, value]) => (
            <div key={term} className="certificate__line">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

type Parts = Omit<CertificateSheetProps, 'id'>;

function useSaid({ statement, verified: { proven } }: Parts): Line[] {
  const { words, formats } = useLanguage();
  const { address, subjectDigest, terms, expiresAt } = statement;
  const submitted = proven.opening?.submitted;
  const term = (text: string | null | undefined): ReactNode =>
    text === null || text === undefined ? null : <ForeignText text={text} longest={LONGEST.term} />;
  return [
    [words.kinds[statement.subjectKind], address === null ? null : <Address key="address" text={address} />],
    [
      words.certificate.exactly,
      submitted === undefined ? words.certificate.erased : <Address key="exactly" text={submitted} />,
    ],
    [
      words.certificate.digest,
      subjectDigest === null ? null : <AddressText key="digest" text={subjectDigest} />,
    ],
    [words.statement.use, words.uses[statement.use].meaning],
    [words.terms.credit, term(terms?.credit)],
    [words.terms.licenceUrl, term(terms?.licenceUrl)],
    [words.terms.feeUrl, term(terms?.feeUrl)],
    [words.certificate.contact, term(terms?.contact)],
    [
      words.statement.saidBy,
      <span key="who">
        <AddressText text={statement.claimant} />, {words.capacityPhrases[statement.capacity]}
      </span>,
    ],
    [words.statement.basis, words.basisNames[statement.basis]],
    [
      words.statement.saidAt,
      <span key="time">
        {formats.moment(statement.statedAt)} (<AddressText text={proven.leaf.time} />)
      </span>,
    ],
    [words.certificate.until, expiresAt === null ? null : formats.moment(expiresAt)],
    [words.certificate.reservation, statement.reservesRights ? words.statement.reservation : null],
  ];
}

function useRecord({ statement, verified: { proven } }: Parts): Line[] {
  const { words, formats } = useLanguage();
  const { logKey, size, root, leafHash, witnesses } = proven;
  return [
    [words.certificate.log, <Name key="log" text={logKey.name} />],
    [words.statement.logIndex, formats.count(statement.logIndex)],
    [words.certificate.leafHash, <AddressText key="hash" text={bytesToHex(leafHash)} />],
    [words.verification.size, formats.count(size)],
    [words.verification.root, <AddressText key="root" text={encodeBase64(root)} />],
    [words.verification.key, <AddressText key="key" text={logKey.keyId} />],
    [
      words.verification.witnesses,
      witnesses.length === 0
        ? null
        : witnesses.slice(0, MOST_WITNESSES).map(({ name, keyId, at }) => (
            <span key={`${name} ${keyId}`} className="certificate__witness">
              <Name text={name} /> <AddressText text={keyId} />{' '}
              {at !== undefined && words.verification.cosignedAt(formats.moment(at.toISOString()))}
            </span>
          )),
    ],
  ];
}

function Address({ text }: { text: string }) {
  return <AddressText text={text} longest={LONGEST.address} />;
}

function Name({ text }: { text: string }) {
  return <AddressText text={text} longest={LONGEST.name} />;
}

/** Whether something on the sheet is shorter than it was written. */
function isCut({ address, terms }: PublicStatement, { proven }: CertificateSheetProps['verified']): boolean {
  const addresses = [address, proven.opening?.submitted];
  const offered = [terms?.credit, terms?.licenceUrl, terms?.feeUrl, terms?.contact];
  return (
    addresses.some((text) => (text?.length ?? 0) > LONGEST.address) ||
    offered.some((text) => (text?.length ?? 0) > LONGEST.term) ||
    proven.logKey.name.length > LONGEST.name ||
    proven.witnesses.length > MOST_WITNESSES
  );
}
