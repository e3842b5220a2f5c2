import type { ReactNode } from 'react';
import { useLanguage } from '../language/language-context.js';
import { Button } from '../parts/button.js';
import { ButtonLink } from '../parts/button-link.js';
import { Facts } from '../parts/facts.js';
import { AddressText, ForeignText } from '../parts/foreign-text.js';
import { ProblemNote } from '../parts/problem-note.js';
import { useAction } from '../server/use-action.js';
import { sameAnswerPath } from './same-answer-path.js';
import {
  type OriginalsClaim,
  RemoveSignedOriginal,
  type SignedOriginalData,
} from './signed-originals-query.js';

interface SignedOriginalProps {
  claim: OriginalsClaim;
  original: SignedOriginalData;
  isMine: boolean;
  onChanged: () => void;
}

type Signature = SignedOriginalData['signatures'][number];

/** One signed file: by whom, when, whether it is as it was, and what it says about AI itself. */
export function SignedOriginal({ claim, original, isMine, onChanged }: SignedOriginalProps) {
  const { words, formats } = useLanguage();
  const remove = useAction(RemoveSignedOriginal, (data) => data.removeSignedOriginal);
  const path = sameAnswerPath(claim, original);
  const confirm = async (): Promise<void> => {
    if ((await remove.run({ input: { id: original.id } })) !== undefined) onChanged();
  };
  const { isRegisteredFile } = original;
  return (
    <article className="stack stack--tight">
      <p className="note">
        {original.contentType} · {formats.bytes(original.bytes)} ·{' '}
        {words.originals.read(formats.moment(original.readAt))}
      </p>
      <Facts
        facts={[
          [words.originals.file, words.originals.states[original.state]],
          [
            words.originals.which,
            isRegisteredFile === null
              ? null
              : words.originals.registered[isRegisteredFile ? 'same' : 'other'],
          ],
          ...original.signatures.map(
            (signature, at) =>
              [
                words.originals.kinds[signature.kind],
                <SignatureText key={at} signature={signature} />,
              ] as const,
          ),
          [
            words.originals.says,
            original.answers.length === 0 ? null : (
              <Lines
                key="says"
                lines={original.answers.map(({ use, preference }) => words.sentence(preference, use))}
              />
            ),
          ],
        ]}
      />
      <ProblemNote problem={remove.problem} />
      {isMine && (
        <div className="row">
          {path !== undefined && (
            <ButtonLink look="outline" to={path}>
              {words.originals.sayTheSame}
            </ButtonLink>
          )}
          <Button look="plain" isBusy={remove.isBusy} onClick={() => void confirm()}>
            {words.claimFiles.remove}
          </Button>
        </div>
      )}
    </article>
  );
}

function SignatureText({ signature }: { signature: Signature }) {
  const { words, formats } = useLanguage();
  const { name, organisation, domains, emails, provenNames, signedAt, doubt } = signature;
  const named = [...domains, ...emails];
  return (
    <Lines
      lines={[
        name === null && organisation === null ? (
          words.originals.nobody
        ) : (
          <>
            {name !== null && <ForeignText text={name} longest={120} />}
            {organisation !== null && (
              <>
                {' '}
                (<ForeignText text={organisation} longest={120} />)
              </>
            )}
          </>
        ),
        doubt === null ? <strong>{words.originals.onList}</strong> : words.originals.doubts[doubt],
        doubt === 'BROKEN' || doubt === 'UNREAD'
          ? null
          : signedAt === null
            ? words.originals.noTime
            : words.originals.signed(formats.moment(signedAt)),
        named.length === 0 ? null : (
          <>
            {words.originals.names} <Addresses texts={named} />
          </>
        ),
        provenNames.length === 0 ? null : (
          <>
            {words.originals.proven} <Addresses texts={provenNames} />
          </>
        ),
      ]}
    />
  );
}

function Addresses({ texts }: { texts: readonly string[] }) {
  return texts.map((text, at) => (
    <span key={text}>
      {at > 0 && ', '}
      <AddressText text={text} longest={120} />
    </span>
  ));
}

function Lines({ lines }: { lines: readonly ReactNode[] }) {
  return lines.map((line, at) => line !== null && <div key={at}>{line}</div>);
}
