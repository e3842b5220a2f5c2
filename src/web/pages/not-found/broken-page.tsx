import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { PageTitle } from '../../parts/page-title.js';

/** In place of a page that failed: a fault of ours, or a part of it that did not come through the net. */
export function BrokenPage() {
  const words = useWords();
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.broken.title}>{words.broken.title}</PageTitle>
      <p className="lead">{words.broken.text}</p>
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
