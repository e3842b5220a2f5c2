import { halfFloat } from '../../core/bytes/half-float.js';

/** A vector as a parameter of type halfvec in its binary format (pgvector, halfvec_recv): count, zero, half floats, in network order. */
export function halfVector(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 + vector.length * 2);
  bytes.writeUInt16BE(vector.length, 0);
  for (const [at, value] of vector.entries()) bytes.writeUInt16BE(halfFloat(value), 4 + at * 2);
  return bytes;
}
