import sharp from 'sharp';

/** Not found in any dataset, and no two numbers alike. */
export function drawing(number: number): Promise<Buffer> {
  const shapes = Array.from({ length: 24 }, (_, at) => {
    const [x, y, size] = [61, 97, 43].map((step, of) => (step * (at + 1) * (number + of)) % 600);
    const colour = `hsl(${(at * 47 * number) % 360} 60% ${20 + ((at * 13) % 60)}%)`;
    return `<circle cx="${x}" cy="${y}" r="${20 + (size ?? 0) / 5}" fill="${colour}"/>`;
  });
  const svg = `<svg width="640" height="640"><rect width="640" height="640" fill="#eee"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
