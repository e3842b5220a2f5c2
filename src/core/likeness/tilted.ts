import type { Luminance } from './luminance.js';

/** The picture turned clockwise by so many degrees about its centre, in a frame of the same size; its edges are drawn on outwards. */
export function tilted(picture: Luminance, degrees: number): Luminance {
  const { width, height } = picture;
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromMiddleX, fromMiddleY] = [x - middleX, y - middleY];
      values[y * width + x] = valueBetween(
        picture,
        middleX + cosine * fromMiddleX + sine * fromMiddleY,
        middleY - sine * fromMiddleX + cosine * fromMiddleY,
      );
    }
  }
  return { width, height, values };
}

function valueBetween({ width, height, values }: Luminance, x: number, y: number): number {
  const [withinX, withinY] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  const [left, top] = [Math.floor(withinX), Math.floor(withinY)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [across, down] = [withinX - left, withinY - top];
  const upper =
    (values[top * width + left] ?? 0) * (1 - across) + (values[top * width + right] ?? 0) * across;
  const lower =
    (values[bottom * width + left] ?? 0) * (1 - across) + (values[bottom * width + right] ?? 0) * across;
  return upper * (1 - down) + lower * down;
}
