import { useWords } from '../../language/language-context.js';
import { CopyText } from '../../parts/copy-text.js';
import './proof-steps.css';
import type { ClaimData } from './operations.js';

interface StepsProps {
  challenge: NonNullable<ClaimData['challenge']>;
}

/** A file that only who controls the place can put there. */
export function FileSteps({ challenge }: StepsProps) {
  const words = useWords();
  return (
    <>
      <li>
        <p>{words.proof.makeFile}</p>
        <CopyText label={words.proof.content} text={challenge.fileContent} />
      </li>
      <li>
        <p>{words.proof.putFile}</p>
        <CopyText label={words.proof.address} text={challenge.fileUrl} />
      </li>
    </>
  );
}

/** A record that only who runs the name can make. */
export function RecordSteps({ challenge }: StepsProps) {
  const words = useWords();
  return (
    <>
      <li>
        <p>{words.proof.makeRecord}</p>
        <CopyText label={words.proof.recordName} text={challenge.recordName} />
      </li>
      <li>
        <p>{words.proof.recordHolds}</p>
        <CopyText label={words.proof.recordText} text={challenge.fileContent} />
      </li>
    </>
  );
}

/** A mark on the page itself: in its head, or as a link on a profile. */
export function PageSteps({ challenge, hasLinks }: StepsProps & { hasLinks: boolean }) {
  const words = useWords();
  return (
    <>
      {hasLinks && (
        <li>
          <p>{words.proof.putLink}</p>
          <CopyText label={words.proof.link} text={challenge.profileLink} />
          <p className="note">{words.proof.linkNeeds}</p>
        </li>
      )}
      <li>
        <p>{hasLinks ? words.proof.orPutElement : words.proof.putElement}</p>
        <CopyText label={words.proof.element} text={challenge.metaElement} />
      </li>
      <li>
        <p>{words.proof.onPage}</p>
        <CopyText label={words.proof.pageAddress} text={challenge.pageUrl} />
      </li>
    </>
  );
}
