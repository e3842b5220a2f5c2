/** Terms are not on offer, or no registry confirmed that they were accepted: nothing may be kept by them. */
export class TermsNotTaken extends Error {
  override readonly name = 'TermsNotTaken';
}
