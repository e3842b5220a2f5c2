import type { HashList, KnownHashMatch } from '../../core/likeness/known-hashes.js';

/** Where a picture was met that nobody is shown. */
export type ScreenedPlace =
  /** Somebody gave the file to search by it. */
  | { readonly kind: 'upload' }
  /** It lies at an address; `entry` names the row that led there, `<dataset slug>:<32 hex digits>`. */
  | { readonly kind: 'fetch'; readonly url: string; readonly entry?: string | undefined }
  /** A row of the catalogue is known to lead to it. */
  | { readonly kind: 'display'; readonly url: string; readonly datasetId: number; readonly rowId: string };

/** What goes into the sealed report: never the picture, and nothing about who met it. */
export interface ScreenedPicture {
  readonly place: ScreenedPlace;
  readonly match: KnownHashMatch;
  readonly at: Date;
}

/** Pictures that are shown to nobody, by their hashes. */
export interface Screening {
  /** As it is now; undefined where nothing is on it. One that has changed is another object. */
  list(): Promise<HashList | undefined>;
  /** Puts it into the sealed report, once for each place and hash. Never throws: what is met is not shown either way. */
  report(met: ScreenedPicture): Promise<void>;
}

/** Of an operator who named no hashes. */
export const nothingScreened: Screening = {
  list: () => Promise.resolve(undefined),
  report: () => Promise.resolve(),
};
