/** A picture that a case is about. */
export interface CasePicture {
  /** Id of the entry. */
  readonly id: string;
  readonly src: string;
  readonly label: string;
  readonly width: number | null;
  readonly height: number | null;
  /** What is called unsafe, or was reported, is asked for by itself. */
  readonly isGrave: boolean;
}
