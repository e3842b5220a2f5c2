import { useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Notice } from '../../parts/notice.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { CheckNow } from './check-now.js';
import { MailProof } from './mail-proof.js';
import type { ClaimData } from './operations.js';
import { FileSteps, PageSteps, RecordSteps } from './proof-steps.js';

type Method = EnumValue<'ProofMethod'>;

interface ProofWaysProps {
  claim: ClaimData;
  challenge: NonNullable<ClaimData['challenge']>;
  onChanged: () => void;
}

/** The ways in which a machine can see that a place is somebody's, the likeliest for it first. */
export function ProofWays({ claim, challenge, onChanged }: ProofWaysProps) {
  const { words, formats } = useLanguage();
  const [chosen, setChosen] = useState<Method>();
  const method = chosen ?? challenge.ways[0] ?? 'WELL_KNOWN_FILE';
  return (
    <section className="section">
      <h2>{words.proof.title}</h2>
      {challenge.siteRefuses && (
        <Notice tone="care">
          <p className="notice__title">{words.proof.siteRefuses}</p>
          <p>{words.proof.siteRefusesMeans}</p>
        </Notice>
      )}
      {challenge.ways.length > 1 && (
        <RadioGroup
          legend={words.proof.how}
          value={method}
          onValue={setChosen}
          options={challenge.ways.map((value) => ({ value, ...words.proof.ways[value] }))}
        />
      )}
      {method === 'DOMAIN_MAIL' ? (
        <MailProof claimId={claim.id} addresses={challenge.mailAddresses} onChanged={onChanged} />
      ) : (
        <Steps key={method} claim={claim} method={method} challenge={challenge} onChanged={onChanged} />
      )}
      <p className="note">
        {words.proof.expires(formats.day(challenge.expiresAt))}{' '}
        {challenge.lastCheckedAt !== null && words.proof.lastChecked(formats.moment(challenge.lastCheckedAt))}{' '}
        {words.proof.leaveIt}
      </p>
    </section>
  );
}

function Steps({
  claim,
  method,
  challenge,
  onChanged,
}: ProofWaysProps & { method: Exclude<Method, 'DOMAIN_MAIL'> }) {
  const { words } = useLanguage();
  return (
    <ol className="proof-steps">
      {method === 'WELL_KNOWN_FILE' && <FileSteps challenge={challenge} />}
      {method === 'DNS_TXT' && <RecordSteps challenge={challenge} />}
      {method === 'HTML_LINK' && <PageSteps challenge={challenge} hasLinks={claim.kind !== 'DOMAIN'} />}
      <li>
        <p>{words.proof.check}</p>
        <CheckNow
          claimId={claim.id}
          method={method}
          lastProblem={challenge.lastProblem}
          onChanged={onChanged}
        />
      </li>
    </ol>
  );
}
