/** No picture at all can be decoded, through no fault of the picture. */
export class DecoderUnavailable extends Error {
  override readonly name = 'DecoderUnavailable';
  readonly code = 'decoder-unavailable';
}
