/** A registry did not put the digest of a receipt into its log; the receipt itself is as it was. */
export class ReceiptNotDated extends Error {
  override readonly name = 'ReceiptNotDated';
}
