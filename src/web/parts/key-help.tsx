import { useWords } from '../language/language-context.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import './key-help.css';

interface KeyHelpProps {
  title: string;
  /** What each key does. */
  keys: readonly (readonly [key: string, does: string])[];
  isOpen: boolean;
  onClose: () => void;
}

/** The keys of a page and what each does. */
export function KeyHelp({ title, keys, isOpen, onClose }: KeyHelpProps) {
  const words = useWords();
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onClose}>
      <dl className="key-help">
        {keys.map(([key, does]) => (
          <div key={key} className="key-help__line">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button onClick={onClose}>{words.matchKeys.close}</Button>
      </div>
    </Dialog>
  );
}
