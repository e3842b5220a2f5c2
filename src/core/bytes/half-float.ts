const view = new DataView(new ArrayBuffer(4));

/** Bit pattern of the IEEE 754 half float nearest to a number, ties to even; what is too large becomes infinity. */
export function halfFloat(value: number): number {
  view.setFloat32(0, value);
  const bits = view.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction === 0 ? 0 : 0x200);
  const shifted = exponent - 112;
  if (shifted >= 31) return sign | 0x7c00;
  if (shifted > 0) return sign | roundedShift((shifted << 23) | fraction, 13);
  if (shifted < -10) return sign;
  return sign | roundedShift(fraction | 0x800000, 14 - shifted);
}

/** Without its lowest bits, rounded to the nearest, ties to even. A carry runs on into the exponent, as it should. */
function roundedShift(value: number, bits: number): number {
  const kept = value >>> bits;
  const lost = value & ((1 << bits) - 1);
  const half = 1 << (bits - 1);
  return lost > half || (lost === half && (kept & 1) === 1) ? kept + 1 : kept;
}

/** Whether a half float is a number: neither infinite nor NaN. */
export function isFiniteHalf(bits: number): boolean {
  return (bits & 0x7c00) !== 0x7c00;
}
