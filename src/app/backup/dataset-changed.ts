/** Rows of a dataset were taken back, or all of it was dropped, while it was read. */
export class DatasetChanged extends Error {
  override readonly name = 'DatasetChanged';

  constructor(slug: string) {
    super(
      `No backup was written: rows of ${slug} went while they were read. Run it again once nobody takes rows back or drops it.`,
    );
  }
}
