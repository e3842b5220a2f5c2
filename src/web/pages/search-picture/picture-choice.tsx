import { useState } from 'react';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { FileChoice } from '../../parts/file-choice.js';
import { TextField } from '../../parts/text-field.js';
import { WORK_FILE_TYPES } from '../../works/work-file-types.js';
import './picture-choice.css';

interface PictureChoiceProps {
  isBusy: boolean;
  onFile: (file: File) => void;
  onUrl: (url: string) => void;
}

/** A picture is chosen, dropped, or pasted; or its address is typed. */
export function PictureChoice({ isBusy, onFile, onUrl }: PictureChoiceProps) {
  const words = useWords().pictureSearch;
  const [url, setUrl] = useState('');
  return (
    <div className="picture-choice">
      <FileChoice accept={WORK_FILE_TYPES} label={words.choose} hint={words.notKept} onFile={onFile}>
        <p>{words.dropOrPaste}</p>
      </FileChoice>
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
