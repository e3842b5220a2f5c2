import { createContext, type ReactNode, useContext, useState } from 'react';

interface CarriedPicture {
  /** Gives the picture to the page that is opened next. */
  readonly carry: (file: File) => void;
  /** What was given, once. */
  readonly take: () => File | undefined;
}

const Context = createContext<CarriedPicture>({ carry: () => undefined, take: () => undefined });

/** Holds a reader's picture between two pages in memory alone: browsers write what stands in their history to disk. */
export function CarriedPictureProvider({ children }: { children: ReactNode }) {
  const [carried] = useState(makeCarriedPicture);
  return <Context value={carried}>{children}</Context>;
}

export function useCarriedPicture(): CarriedPicture {
  return useContext(Context);
}

function makeCarriedPicture(): CarriedPicture {
  let held: File | undefined;
  return {
    carry: (file) => {
      held = file;
    },
    take: () => {
      const file = held;
      held = undefined;
      return file;
    },
  };
}
