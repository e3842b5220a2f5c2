import { useWords } from '../language/language-context.js';
import { Button } from './button.js';
import { CopyText } from './copy-text.js';
import { Notice } from './notice.js';

interface SecretOnceProps {
  /** That it was made. */
  title: string;
  /** What the secret is called. */
  label: string;
  secret: string;
  onKept: () => void;
}

/** A secret that is shown when it is made and never again, until somebody says that they keep it. */
export function SecretOnce({ title, label, secret, onKept }: SecretOnceProps) {
  const words = useWords();
  return (
    <Notice tone="care" takesFocus>
      <p className="notice__title">{title}</p>
      <p>{words.apiKeys.once}</p>
      <CopyText label={label} text={secret} />
      <Button onClick={onKept}>{words.apiKeys.kept}</Button>
    </Notice>
  );
}
