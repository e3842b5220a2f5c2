/**
 * The rows that a picture would have if others shone through it: each coefficient of a mix is mostly that of the stronger part,
 * so each bit is taken from one or the other. Costs a thousandth of drawing and fingerprinting one.
 */
export function mixedPicture(regions, others, random) {
  const share = random.between(0.3, 0.5);
  return regions.map(({ hash, region }) => {
    const other = random.pick(others).hash;
    const mixed = hash.map((byte, at) => {
      let mask = 0;
      for (let bit = 1; bit < 256; bit <<= 1) if (random.chance(share)) mask |= bit;
      return (byte & ~mask) | (other[at] & mask);
    });
    return { hash: mixed, region };
  });
}
