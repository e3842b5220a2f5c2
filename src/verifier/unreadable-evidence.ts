/** What should be examined could not be read at all, so that nothing is known of it, neither good nor bad. */
export class UnreadableEvidence extends Error {
  override readonly name = 'UnreadableEvidence';
}
