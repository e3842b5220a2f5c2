/** A JPEG with one more application segment (`marker`, such as 0xe1) right after its start. */
export function withSegment(jpeg: Uint8Array, marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  const header = Uint8Array.from([0xff, marker, length >> 8, length & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), header, content, jpeg.subarray(2)]);
}

/** EXIF whose only directory names itself as the next one, so that a careless reader never ends. */
export function loopingExif(): Uint8Array {
  const directory = [
    0x01, 0x00, 0x0e, 0x01, 0x02, 0x00, 0x01, 0x00, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00, 0x08, 0, 0, 0,
  ];
  return Buffer.concat([Buffer.from('Exif\0\0II*\0'), Uint8Array.from([8, 0, 0, 0, ...directory])]);
}

/** A GIF of `frames` frames of one pixel each. */
export function gifOfFrames(frames: number): Uint8Array {
  const screen = Buffer.from('474946383961010001008000000000ff0000ff', 'hex');
  const frame = Buffer.from('21f90400010000002c00000000010001000002024c0100', 'hex');
  return Buffer.concat([screen, ...Array<Buffer>(frames).fill(frame), Buffer.from([0x3b])]);
}
