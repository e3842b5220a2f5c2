/** What the thread that reads the log for snapshots is asked, and answers: one question at a time. */
import type { DraftLeaf, DraftTask, DraftedSnapshot, NamedInLog } from '../core/snapshot/snapshot-draft.js';

export type DraftQuestion =
  | { readonly ask: 'size' | 'named' | 'forget' }
  | { readonly ask: 'add'; readonly leaves: readonly DraftLeaf[] }
  | { readonly ask: 'build'; readonly task: DraftTask };

export type DraftAnswer =
  { readonly result: number | NamedInLog | DraftedSnapshot | undefined } | { readonly failure: string };
