import { useWords } from '../../language/language-context.js';
import { Button } from '../button.js';
import { CopyText } from '../copy-text.js';
import { Notice } from '../notice.js';

interface RecoveryCodesProps {
  codes: readonly string[];
  onKept: () => void;
  /** They stand where the form was that asked for them. */
  takesFocus?: boolean;
}

/** The codes that open an account whose password is lost. The server keeps only their hashes, so this is the one time. */
export function RecoveryCodes({ codes, onKept, takesFocus = false }: RecoveryCodesProps) {
  const words = useWords();
  return (
    <Notice tone="care" takesFocus={takesFocus}>
      <h2 className="notice__title">{words.recoveryCodes.title}</h2>
      <p>{words.recoveryCodes.why}</p>
      <CopyText label={words.recoveryCodes.title} text={codes.join('\n')} />
      <Button look="filled" onClick={onKept}>
        {words.recoveryCodes.kept}
      </Button>
    </Notice>
  );
}
