/** Bytes of a NumPy file, version 1: a header that says what it is told, and then the data. */
export function npyArray(
  data: Uint8Array,
  { descr = "'<f2'", fortranOrder = 'False', shape = '(0, 0)' } = {},
): Buffer {
  const text = `{'descr': ${descr}, 'fortran_order': ${fortranOrder}, 'shape': ${shape}, }`;
  const padded = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`;
  const start = Buffer.from('\u0093NUMPY\u0001\0\0\0', 'latin1');
  start.writeUInt16LE(padded.length, 8);
  return Buffer.concat([start, Buffer.from(padded, 'latin1'), data]);
}

/** Vectors as single floats. */
export function npyFloats(vectors: readonly (readonly number[])[]): Buffer {
  const data = new Float32Array(vectors.flat());
  const shape = `(${vectors.length}, ${vectors[0]?.length ?? 0})`;
  return npyArray(new Uint8Array(data.buffer), { descr: "'<f4'", shape });
}
