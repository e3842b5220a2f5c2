import { cyclic } from '../../drawing/cyclic.js';

/** Number of the ground among the cloths. */
export const GROUND = 5;

/** Corners of a patch within a block, both coordinates 0 to 1. */
type Corner = readonly [across: number, down: number];

/** A square of the quilt: where its patches go, and the cloths it may use. */
interface Block {
  readonly sew: (corners: readonly Corner[], bolt: number) => void;
  readonly order: readonly number[];
}

function rectangle(x: number, y: number, wide: number, tall: number): Corner[] {
  return [
    [x, y],
    [x + wide, y],
    [x + wide, y + tall],
    [x, y + tall],
  ];
}

/** Strips wind round a small square: two sides of one family of cloths, two of the other. */
export function logCabin({ sew, order }: Block): void {
  const strip = 1 / 7;
  sew(rectangle(3 * strip, 3 * strip, strip, strip), 4);
  for (const round of [2, 1, 0]) {
    const [near, far] = [round * strip, 1 - round * strip];
    const long = far - near - strip;
    const [warm, cool] = [cyclic(order, round), round % 2 === 0 ? GROUND : cyclic(order, 3)];
    sew(rectangle(near, near, long, strip), warm);
    sew(rectangle(near, near + strip, strip, long), warm);
    sew(rectangle(near + strip, far - strip, long, strip), cool);
    sew(rectangle(far - strip, near, strip, long), cool);
  }
}

export function flyingGeese({ sew, order }: Block): void {
  for (let goose = 0; goose < 6; goose += 1) {
    const [left, top] = [(goose % 2) / 2, Math.floor(goose / 2) / 3];
    const [right, middle, base] = [left + 0.5, left + 0.25, top + 1 / 3];
    sew(
      [
        [left, base],
        [middle, top],
        [right, base],
      ],
      cyclic(order, goose),
    );
    sew(
      [
        [left, base],
        [left, top],
        [middle, top],
      ],
      GROUND,
    );
    sew(
      [
        [right, base],
        [right, top],
        [middle, top],
      ],
      GROUND,
    );
  }
}

export function eightPointStar({ sew, order }: Block): void {
  const spins: readonly ((across: number, down: number) => Corner)[] = [
    (across, down) => [across / 4, down / 4],
    (across, down) => [1 - down / 4, across / 4],
    (across, down) => [1 - across / 4, 1 - down / 4],
    (across, down) => [down / 4, 1 - across / 4],
  ];
  sew(rectangle(0.25, 0.25, 0.5, 0.5), cyclic(order, 1));
  sew(
    [
      [0.5, 0.25],
      [0.75, 0.5],
      [0.5, 0.75],
      [0.25, 0.5],
    ],
    cyclic(order, 2),
  );
  for (const spin of spins) {
    sew([spin(0, 0), spin(1, 0), spin(1, 1), spin(0, 1)], GROUND);
    sew([spin(1, 0), spin(3, 0), spin(2, 1)], GROUND);
    sew([spin(1, 0), spin(2, 1), spin(1, 1)], cyclic(order, 0));
    sew([spin(3, 0), spin(3, 1), spin(2, 1)], cyclic(order, 0));
  }
}
