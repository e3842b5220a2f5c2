/** Numbers as IEEE 754 single floats, four bytes each, the highest first. */
export function writeFloats(numbers: Float32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, number] of numbers.entries()) view.setFloat32(at * 4, number);
  return bytes;
}

/** The same read back; what is no whole number of four bytes is cut. */
export function readFloats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getFloat32(at * 4));
}
