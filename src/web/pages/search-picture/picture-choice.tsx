import { useEffect, useId, useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { buttonClass } from '../../parts/button.js';
import { TextField } from '../../parts/text-field.js';
import './picture-choice.css';

/** Named one by one, so that a phone hands out a JPEG of what it keeps as HEIC. */
const TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

interface PictureChoiceProps {
  isBusy: boolean;
  onFile: (file: File) => void;
  onUrl: (url: string) => void;
}

/** A picture is chosen, dropped, or pasted; or its address is typed. */
export function PictureChoice({ isBusy, onFile, onUrl }: PictureChoiceProps) {
  const words = useWords().pictureSearch;
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [url, setUrl] = useState('');
  usePastedPicture(onFile);
  return (
    <div className="picture-choice">
      <div
        className={isOver ? 'picture-choice__place picture-choice__place--over' : 'picture-choice__place'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) onFile(file);
        }}
      >
        <input
          id={id}
          className="picture-choice__file"
          type="file"
          accept={TYPES}
          aria-describedby={`${id}-kept`}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // Chosen again, the same file is searched for again.
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
        <label className={buttonClass('outline')} htmlFor={id}>
          {words.choose}
        </label>
        <p>{words.dropOrPaste}</p>
        <p className="note" id={`${id}-kept`}>
          {words.notKept}
        </p>
      </div>
      <ActionForm
        action={{ isBusy, problem: undefined }}
        label={words.find}
        look="filled"
        onSubmit={() => {
          onUrl(url.trim());
          return Promise.resolve();
        }}
      >
        <TextField label={words.address} type="url" inputMode="url" required value={url} onValue={setUrl} />
      </ActionForm>
    </div>
  );
}

/** What is pasted anywhere on the page, unless it is pasted into a field as text. */
function usePastedPicture(onFile: (file: File) => void): void {
  useEffect(() => {
    const take = (event: ClipboardEvent): void => {
      const [file] = event.clipboardData?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    };
    document.addEventListener('paste', take);
    return () => {
      document.removeEventListener('paste', take);
    };
  }, [onFile]);
}
