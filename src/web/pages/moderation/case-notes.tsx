import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { AreaField } from '../../parts/area-field.js';
import { Disclosure } from '../../parts/disclosure.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { useAction } from '../../server/use-action.js';
import { AddCaseNote, type QueuedCase } from './operations.js';

/** What moderators write for one another. No party ever sees it. */
export function CaseNotes({ queued: { id, notes } }: { queued: QueuedCase }) {
  const { words, formats } = useLanguage();
  const [added, setAdded] = useState<QueuedCase['notes']>([]);
  const [text, setText] = useState('');
  const add = useAction(AddCaseNote, (data) => data.addCaseNote);
  const known = new Set(notes.map((note) => note.id));
  const all = [...notes, ...added.filter((note) => !known.has(note.id))];
  return (
    <Disclosure title={words.moderation.notes(formats.count(all.length))}>
      <ul className="stack stack--tight">
        {all.map((note) => (
          <li key={note.id}>
            <ForeignText text={note.text} />
            <br />
            <span className="note">{formats.moment(note.writtenAt)}</span>
          </li>
        ))}
      </ul>
      <ActionForm
        action={add}
        label={words.moderation.addNote}
        onSubmit={async () => {
          const done = await add.run({ input: { caseId: id, text } });
          if (done === undefined) return;
          setAdded([...added, done.note]);
          // Another may have been begun meanwhile.
          setText((now) => (now === text ? '' : now));
        }}
      >
        <AreaField
          label={words.moderation.internalNote}
          hint={words.moderation.internalNoteHint}
          rows={2}
          required
          maxLength={2_000}
          value={text}
          onValue={setText}
        />
      </ActionForm>
    </Disclosure>
  );
}
