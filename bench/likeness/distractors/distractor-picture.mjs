/**
 * A picture made from drawings that resembles what a catalogue holds: a part of one, laid down in any way, at any size,
 * brightness and contrast; a third as it is, a third mixed with another, a third cut out as silhouettes on plain ground.
 */

/** Edge lengths as small pictures on the web have them. */
const [LEAST_EDGE, GREATEST_EDGE] = [112, 240];

/** @returns the picture, and which drawings are in it */
export function distractorPicture(drawings, random) {
  const [first, second] = [random.integer(0, drawings.length - 1), random.integer(0, drawings.length - 1)];
  const size = {
    width: random.integer(LEAST_EDGE, GREATEST_EDGE),
    height: random.integer(LEAST_EDGE, GREATEST_EDGE),
  };
  const picture = partOf(drawings[first], size, random);
  const kind = random.integer(0, 2);
  if (kind === 1) mixIn(picture, partOf(drawings[second], size, random), random.between(0.2, 0.5));
  if (kind === 2) cutOutShapes(picture, random);
  return { picture, drawings: kind === 1 ? [first, second] : [first] };
}

function partOf(drawing, { width, height }, random) {
  const share = random.between(0.3, 0.95);
  const [partWidth, partHeight] = [drawing.width * share, drawing.height * random.between(0.3, 0.95)];
  const [left, top] = [
    random.between(0, drawing.width - partWidth),
    random.between(0, drawing.height - partHeight),
  ];
  const [flipX, flipY, swap] = [random.chance(0.5), random.chance(0.5), random.chance(0.5)];
  const [gain, lift] = [random.between(0.6, 1.4), random.between(-40, 40)];
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = swap ? [y / height, x / width] : [x / width, y / height];
      const value = meanAround(
        drawing,
        left + partWidth * (flipX ? 1 - u : u),
        top + partHeight * (flipY ? 1 - v : v),
      );
      values[y * width + x] = Math.min(255, Math.max(0, (value - 128) * gain + 128 + lift));
    }
  }
  return { width, height, values };
}

/** Of four pixels, so that a drawing made smaller does not flicker. */
function meanAround({ width, height, values }, x, y) {
  const [left, top] = [Math.min(width - 2, Math.floor(x)), Math.min(height - 2, Math.floor(y))];
  const at = Math.max(0, top) * width + Math.max(0, left);
  return (values[at] + values[at + 1] + values[at + width] + values[at + width + 1]) / 4;
}

function mixIn(picture, other, weight) {
  picture.values.forEach((value, at) => {
    picture.values[at] = value * (1 - weight) + other.values[at] * weight;
  });
}

/** Ellipses of the picture stay; the rest becomes white, or seldom another plain brightness. */
function cutOutShapes({ width, height, values }, random) {
  const ground = random.chance(0.8) ? 254 : random.between(0, 255);
  const shapes = Array.from({ length: random.integer(1, 6) }, () => ({
    x: random.between(0.15, 0.85) * width,
    y: random.between(0.15, 0.85) * height,
    a: random.between(0.08, 0.5) * width,
    b: random.between(0.08, 0.5) * height,
    turn: random.between(0, Math.PI),
  }));
  const isInside = (x, y) =>
    shapes.some((shape) => {
      const [dx, dy] = [x - shape.x, y - shape.y];
      const along = (dx * Math.cos(shape.turn) + dy * Math.sin(shape.turn)) / shape.a;
      const across = (dy * Math.cos(shape.turn) - dx * Math.sin(shape.turn)) / shape.b;
      return along * along + across * across < 1;
    });
  for (let at = 0; at < values.length; at += 1) {
    if (!isInside(at % width, Math.floor(at / width))) values[at] = ground;
  }
}
