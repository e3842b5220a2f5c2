import { useState } from 'react';

/** What of a case a decision is about: what is ticked of the things shown, and the others with them if that is asked for. */
export interface Ticks {
  /** Ids of all that it is about. */
  readonly chosen: readonly string[];
  /** How many things of the case are not shown. */
  readonly others: number;
  readonly isWithOthers: boolean;
  readonly isTicked: (id: string) => boolean;
  readonly tick: (id: string, isTicked: boolean) => void;
  readonly tickAll: (isTicked: boolean) => void;
  readonly takeOthers: (isWithOthers: boolean) => void;
}

/**
 * Everything that is shown is ticked at first; nothing else ever is unless somebody says so.
 * @param shown ids of what is shown
 * @param all ids of all that is in the case
 */
export function useTicks(shown: readonly string[], all: readonly string[]): Ticks {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isWithOthers, takeOthers] = useState(false);
  const isTicked = (id: string): boolean => !left.has(id);
  const others = all.filter((id) => !shown.includes(id));
  return {
    chosen: [...shown.filter(isTicked), ...(isWithOthers ? others : [])],
    others: others.length,
    isWithOthers,
    isTicked,
    tick: (id, ticked) => {
      const rest = [...left].filter((one) => one !== id);
      setLeft(new Set(ticked ? rest : [...rest, id]));
    },
    tickAll: (ticked) => {
      setLeft(new Set(ticked ? [] : shown));
    },
    takeOthers,
  };
}
