import { createContext, useContext } from 'react';

/** Several entries of a list, chosen to be answered for together. */
export interface EntryChoice {
  /** Addresses of what is chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly choose: (url: string, isChosen: boolean) => void;
}

/** Undefined while nobody is choosing. */
export const EntryChoiceContext = createContext<EntryChoice | undefined>(undefined);

export function useEntryChoice(): EntryChoice | undefined {
  return useContext(EntryChoiceContext);
}
