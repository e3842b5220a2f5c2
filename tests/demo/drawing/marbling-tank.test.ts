import { describe, expect, it } from '@jest/globals';
import { MarblingTank } from '../../../src/demo/drawing/marbling-tank.js';

/** Area in square pixels of the first path that a tank prints. */
function areaOfFirst(tank: MarblingTank): number {
  const path = /d="M([^"]*)Z"/.exec(tank.print())?.[1] ?? '';
  const points = path.split('L').map((pair) => pair.split(' ').map(Number));
  const twice = points.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = points[(index + 1) % points.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function tankWithOneDrop(): MarblingTank {
  const tank = new MarblingTank();
  tank.drop(300, 300, 60, '#1f4f93');
  return tank;
}

describe('a marbling tank', () => {
  it.each<[tool: string, use: (tank: MarblingTank) => void]>([
    [
      'a further drop beside it',
      (tank) => {
        tank.drop(390, 320, 50, '#ffffff');
      },
    ],
    [
      'a comb',
      (tank) => {
        tank.comb([300, 0], Math.PI / 2, 40, 60, 12);
      },
    ],
    [
      'a single stylus',
      (tank) => {
        tank.comb([300, 0], Math.PI / 2, Infinity, 60, 12);
      },
    ],
    [
      'a wave',
      (tank) => {
        tank.wave(0, 200, 20);
      },
    ],
    [
      'a swirl',
      (tank) => {
        tank.swirl(320, 310, 50, 120);
      },
    ],
  ])('keeps the amount of paint under %s', (_tool, use) => {
    const tank = tankWithOneDrop();
    const before = areaOfFirst(tank);
    use(tank);
    expect(Math.abs(areaOfFirst(tank) / before - 1)).toBeLessThan(0.05);
  });

  it('prints later drops over earlier ones', () => {
    const tank = tankWithOneDrop();
    tank.drop(300, 300, 20, '#ffffff');
    const print = tank.print();
    expect(print.indexOf('#1f4f93')).toBeLessThan(print.indexOf('#ffffff'));
  });
});
