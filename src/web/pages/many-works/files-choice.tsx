import { type ChangeEvent, useId, useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { buttonClass } from '../../parts/button.js';
import '../../parts/file-choice.css';
import { droppedFiles } from './dropped-files.js';

interface FilesChoiceProps {
  onFiles: (files: readonly File[]) => void;
  count: number;
}

/** Many files are chosen, or a folder with all below it; either may be dropped. */
export function FilesChoice({ onFiles, count }: FilesChoiceProps) {
  const { words, formats } = useLanguage();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (files: readonly File[]): void => {
    // What systems leave in folders is nobody's work.
    onFiles(files.filter(({ name }) => !name.startsWith('.') && KNOWN.test(name)));
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    take(Array.from(event.target.files ?? []));
    event.target.value = '';
  };
  return (
    <div
      className={isOver ? 'file-choice file-choice--over' : 'file-choice'}
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
        void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <div className="row">
        <input id={`${id}-files`} className="file-choice__file" type="file" multiple onChange={chosen} />
        <label className={buttonClass('outline')} htmlFor={`${id}-files`}>
          {words.manyWorks.chooseFiles}
        </label>
        <input
          id={`${id}-folder`}
          className="file-choice__file"
          type="file"
          multiple
          ref={(input) => {
            input?.setAttribute('webkitdirectory', '');
          }}
          onChange={chosen}
        />
        <label className={buttonClass('outline')} htmlFor={`${id}-folder`}>
          {words.manyWorks.chooseFolder}
        </label>
      </div>
      <p>{words.manyWorks.drop}</p>
      {count > 0 && <p role="status">{words.manyWorks.chosen(formats.amount(count))}</p>}
      <p className="note">{words.manyWorks.hint}</p>
    </div>
  );
}

const KNOWN = /\.(?:jpe?g|png|webp|gif|avif|txt|md|wav|mp3|flac|ogg|m4a|aac)$/i;
