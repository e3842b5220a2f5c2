import { useLanguage } from '../language/language-context.js';
import { ButtonLink } from '../parts/button-link.js';
import { CopyText } from '../parts/copy-text.js';
import { Facts } from '../parts/facts.js';
import { AddressText, ForeignText } from '../parts/foreign-text.js';
import { Derivation } from './derivation.js';
import { OwnKeysForm } from './own-keys-form.js';
import { proofPath } from './proof-path.js';
import type { Verifier, Verifying } from './use-verification.js';
import { VerificationNotice } from './verification-notice.js';
import type { KeyName } from './verification.js';

/** The proof of a statement: whether it holds, what it shows, and everything it takes to check it elsewhere. */
export function VerificationSection({ id, verifier }: { id: string; verifier: Verifier }) {
  const { words } = useLanguage();
  const { state, ownKeys } = verifier;
  return (
    <section className="section">
      <h2>{words.verification.title}</h2>
      {/* A failure stands at the top of the page. */}
      {state.kind !== 'failed' && <VerificationNotice verifier={verifier} />}
      {state.kind === 'verified' && <ProvenFacts state={state} />}
      <div>
        {state.kind === 'verified' && <Derivation proven={state.proven} received={state.received} />}
        <OwnKeysForm ownKeys={ownKeys} />
      </div>
      <div className="row">
        {state.kind === 'verified' && (
          <ButtonLink to={`/statements/${id}/certificate`}>{words.verification.certificate}</ButtonLink>
        )}
        <a href={proofPath(id)} download>
          {words.verification.download}
        </a>
      </div>
    </section>
  );
}

function ProvenFacts({ state }: { state: Extract<Verifying, { kind: 'verified' }> }) {
  const { words, formats } = useLanguage();
  const text = words.verification;
  const { logKey, size, index, witnesses, unchecked } = state.proven;
  return (
    <>
      <Facts
        facts={[
          [
            text.key,
            <span key="key">
              <KeyText of={logKey} />, {text.keySource[state.keySource]}
            </span>,
          ],
          [text.wholeKey, <CopyText key="whole" label={text.wholeKey} text={logKey.text} />],
          [words.statement.logIndex, formats.count(index)],
          [text.size, formats.count(size)],
          [
            text.witnesses,
            witnesses.length === 0 ? null : (
              <ul key="witnesses">
                {witnesses.map(({ at, ...key }) => (
                  <li key={`${key.name} ${key.keyId}`}>
                    <KeyText of={key} />{' '}
                    {at !== undefined && text.cosignedAt(formats.moment(at.toISOString()))}
                  </li>
                ))}
              </ul>
            ),
          ],
          [
            text.unchecked,
            unchecked.length === 0 ? null : (
              <ul key="unchecked">
                {unchecked.map((key) => (
                  <li key={`${key.name} ${key.keyId}`}>
                    <KeyText of={key} />
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      {witnesses.length + unchecked.length === 0 && <p className="note">{text.noWitness}</p>}
      {unchecked.length > 0 && <p className="note">{text.uncheckedMeans}</p>}
      {state.keySource === 'published' && <p className="note">{text.publishedKey}</p>}
      <p className="note">{text.doesNotShow}</p>
    </>
  );
}

function KeyText({ of: { name, keyId } }: { of: KeyName }) {
  return (
    <>
      <ForeignText text={name} /> <AddressText text={keyId} />
    </>
  );
}
