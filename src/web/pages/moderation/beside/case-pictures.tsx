import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { CasePicture } from './case-picture.js';
import { CompareDialog } from './compare-dialog.js';

interface CasePictures {
  readonly pictures: readonly CasePicture[];
  readonly isAsked: (picture: Pick<CasePicture, 'id' | 'isGrave'>) => boolean;
  readonly ask: (id: string) => void;
  readonly askAll: () => void;
  /** Tells of pictures that have come; those that are known stay as they are. */
  readonly add: (pictures: readonly CasePicture[]) => void;
  /** Opens what is shown for a closer look, one picture or two over one another. */
  readonly compare: (id?: string) => void;
}

const Context = createContext<CasePictures | undefined>(undefined);

export function useCasePictures(): CasePictures {
  const pictures = useContext(Context);
  if (pictures === undefined) throw new Error('There is no case around it.');
  return pictures;
}

/** Which pictures of a case somebody asked to see. None is shown before. */
export function CasePicturesProvider({ children }: { children: ReactNode }) {
  const [pictures, setPictures] = useState<readonly CasePicture[]>([]);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const [areAllAsked, setAllAsked] = useState(false);
  const [compared, setCompared] = useState<{ readonly first: string | undefined }>();

  const add = useCallback((come: readonly CasePicture[]) => {
    setPictures((known) => {
      const byId = new Map([...known, ...come].map((picture) => [picture.id, picture]));
      return byId.size === known.length ? known : [...byId.values()];
    });
  }, []);
  const value = useMemo(
    (): CasePictures => ({
      pictures,
      isAsked: ({ id, isGrave }) => asked.has(id) || (areAllAsked && !isGrave),
      ask: (id) => {
        setAsked((before) => new Set([...before, id]));
      },
      askAll: () => {
        setAllAsked(true);
      },
      add,
      compare: (first) => {
        setCompared({ first });
      },
    }),
    [pictures, asked, areAllAsked, add],
  );
  return (
    <Context value={value}>
      {children}
      <CompareDialog
        pictures={pictures.filter(value.isAsked)}
        first={compared?.first}
        isOpen={compared !== undefined}
        onClose={() => {
          setCompared(undefined);
        }}
      />
    </Context>
  );
}
