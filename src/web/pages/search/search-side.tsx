import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useIsWide } from '../../browser/use-is-wide.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { filtersSet } from './filter-params.js';

/**
 * What narrows and orders a list: beside it where there is room, in a sheet over it on a phone. What is not open is not built, so
 * that nothing is counted for nobody. Whatever changes the search closes the sheet: the list is what was asked for.
 */
export function SearchSide({ children }: { children: ReactNode }) {
  const words = useWords();
  const isWide = useIsWide();
  const [params] = useSearchParams();
  const [openAt, setOpenAt] = useState<string>();
  const title = words.search.narrow(filtersSet(params));
  const close = (): void => {
    setOpenAt(undefined);
  };
  if (isWide) {
    return (
      <aside className="search-side" aria-label={title}>
        <h2>{title}</h2>
        {children}
      </aside>
    );
  }
  return (
    <div>
      <Button
        aria-haspopup="dialog"
        onClick={() => {
          setOpenAt(params.toString());
        }}
      >
        {title}
      </Button>
      <Dialog look="sheet" isOpen={openAt === params.toString()} title={title} onClose={close}>
        <Button look="filled" onClick={close}>
          {words.search.toResults}
        </Button>
        <div className="search-side">{children}</div>
      </Dialog>
    </div>
  );
}
