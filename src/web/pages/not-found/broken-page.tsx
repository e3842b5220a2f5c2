import { useState } from 'react';
import { useOnline } from '../../browser/use-online.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { PageTitle } from '../../parts/page-title.js';

/** In place of a page that failed: a fault of ours, or a part of it that did not come through the net. */
export function BrokenPage() {
  const words = useWords();
  const [wasOnline] = useState(useOnline());
  const { title, text } = wasOnline ? words.broken : words.broken.offline;
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={title}>{title}</PageTitle>
      <p className="lead">{text}</p>
      <div className="row">
        <Button
          look="filled"
          onClick={() => {
            window.location.reload();
          }}
        >
          {words.problems.retry}
        </Button>
      </div>
    </div>
  );
}
