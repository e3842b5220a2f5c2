import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { AreaField } from '../../parts/area-field.js';
import { Button } from '../../parts/button.js';

/** Names and places, one a line. Sending them makes the address of their report. */
export function SubjectsForm({ initial }: { initial: readonly string[] }) {
  const words = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState(initial.join('\n'));
  const subjects = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <form
      className="report__form"
      onSubmit={(event) => {
        event.preventDefault();
        const params = new URLSearchParams(subjects.map((subject) => ['subject', subject]));
        void navigate(`/report?${params.toString()}`);
      }}
    >
      <AreaField label={words.report.subjects} hint={words.report.hint} value={text} onValue={setText} />
      <div className="row">
        <Button type="submit" look="filled">
          {words.report.count}
        </Button>
      </div>
    </form>
  );
}
