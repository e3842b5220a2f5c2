import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frontierNodes } from '../../../src/core/merkle/frontier.js';
import { inclusionProofNodes } from '../../../src/core/merkle/inclusion-proof.js';
import { newTiles, tilesForSize } from '../../../src/core/tlog/new-tiles.js';
import { subtreesFromTiles } from '../../../src/core/tlog/subtrees-from-tiles.js';
import { TileNodes } from '../../../src/core/tlog/tile-nodes.js';
import { tilePath } from '../../../src/core/tlog/tile-path.js';
import { type Tile, tileOfNode } from '../../../src/core/tlog/tile.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { NaiveTree } from '../merkle/naive-tree.js';
import { TILE_VECTORS } from './tile-vectors.js';

const LARGEST = 2 ** 53 - 1;
const tree = new NaiveTree();
const paths = (tiles: Iterable<Tile>): string[] => Array.from(tiles, tilePath);

/** A tile as its definition says: hash i of tile n at level l is MTH(D[(256n + i) · 256^l : (256n + i + 1) · 256^l]). */
function tileBytes({ level, index, width }: Tile): Uint8Array {
  const leaves = 256 ** level;
  const hashes = Array.from({ length: width }, (_, at) => {
    const place = 256 * index + at;
    return tree.mth(place * leaves, (place + 1) * leaves);
  });
  return new Uint8Array(Buffer.concat(hashes));
}

describe('the tiles of a tree', () => {
  it.each(TILE_VECTORS.levels)('of $size leaves are so many: $reason', ({ size, levels }) => {
    const counted = levels.map(() => [0, 0]);
    for (const { level, width } of tilesForSize(size)) {
      const count = counted[level] ?? [];
      counted[level] = width === 256 ? [(count[0] ?? 0) + 1, count[1] ?? 0] : [count[0] ?? 0, width];
    }
    expect(counted).toEqual(levels);
  });

  it.each(TILE_VECTORS.trees)('of $size leaves: $reason', ({ size, tiles }) => {
    expect(paths(tilesForSize(size))).toEqual(tiles);
  });

  it.each(TILE_VECTORS.growth)('appear and grow from $oldSize to $newSize: $reason', (one) => {
    expect(paths(newTiles(one.oldSize, one.newSize))).toEqual(one.tiles);
  });

  it('that appear or grow are those of the new size that the old one has not', () => {
    const size = fc.oneof(fc.nat(1_000), fc.nat(140_000));
    fc.assert(
      fc.property(size, size, (a, b) => {
        const [oldSize, newSize] = a < b ? [a, b] : [b, a];
        const had = new Set(paths(tilesForSize(oldSize)));
        const expected = paths(tilesForSize(newSize)).filter((path) => !had.has(path));
        expect(paths(newTiles(oldSize, newSize))).toEqual(expected);
      }),
    );
  });

  it('are not without end where a huge tree grows by one leaf', () => {
    expect(paths(newTiles(2 ** 40 - 1, 2 ** 40))).toHaveLength(6);
    expect(paths(newTiles(LARGEST - 1, LARGEST))).toEqual(['tile/0/x035/x184/x372/x088/831.p/255']);
  });

  it.each([
    [2, 1],
    [-1, 1],
    [0, 2 ** 53],
    [0.5, 1],
  ])('are not counted from %d to %d leaves', (oldSize, newSize) => {
    expect(() => [...newTiles(oldSize, newSize)]).toThrow(RangeError);
  });
});

describe('the tile of a node', () => {
  it('is one that the tree has, and gives the hash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500 }), fc.nat(), (size, at) => {
        const has = new Set(paths(tilesForSize(size)));
        const asked = new Set<string>();
        const read = subtreesFromTiles(
          size,
          (tile) => {
            asked.add(tilePath(tile));
            return tileBytes(tile);
          },
          nodeSha256,
        );
        for (const { level, index } of [...frontierNodes(size), ...inclusionProofNodes(at % size, size)]) {
          expect(Buffer.compare(read(level, index), tree.subtree(level, index))).toBe(0);
        }
        expect([...asked].filter((path) => !has.has(path))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is as wide as the tree has it, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST }), (size) => {
        for (const node of frontierNodes(size)) {
          const { tile, levelInTile, indexInTile } = tileOfNode(node, size);
          const onEdge = Math.floor(size / 256 ** tile.level) % 256;
          expect([256, onEdge]).toContain(tile.width);
          const first = tile.index * 256 + indexInTile * 2 ** levelInTile;
          expect(first * 256 ** tile.level).toBe(node.index * 2 ** node.level);
          expect((indexInTile + 1) * 2 ** levelInTile).toBeLessThanOrEqual(tile.width);
        }
      }),
    );
  });

  it.each([
    [{ level: 0, index: 7 }, 7, 'a leaf beyond the end'],
    [{ level: 3, index: 0 }, 7, 'a subtree that is not complete'],
    [{ level: 1, index: 3 }, 7, 'a subtree that ends beyond'],
    [{ level: 0, index: 0 }, 2 ** 53, 'a size that is not exact'],
  ])('does not exist for %j in %i leaves: %s', (node, size) => {
    expect(() => tileOfNode(node, size)).toThrow(RangeError);
  });
});

describe('the nodes of a tile', () => {
  const partOf = (width: number) => tileBytes({ level: 0, index: 1, width });
  const nodesOf = (bytes: Uint8Array) => new TileNodes(bytes, nodeSha256);

  it.each([1, 2, 3, 128, 255, 256])('of %d hashes are the subtrees that are complete in it', (width) => {
    const nodes = nodesOf(partOf(width));
    for (let level = 8; level >= 0; level -= 1) {
      const leaves = 2 ** level;
      for (let index = 0; (index + 1) * leaves <= width; index += 1) {
        const start = 256 + index * leaves;
        expect(Buffer.compare(nodes.at(level, index), tree.mth(start, start + leaves))).toBe(0);
      }
      expect(() => nodes.at(level, Math.floor(width / leaves))).toThrow(RangeError);
    }
  });

  it('are each computed once', () => {
    let hashed = 0;
    const counting = (bytes: Uint8Array) => {
      hashed += 1;
      return nodeSha256(bytes);
    };
    const nodes = new TileNodes(partOf(256), counting);
    for (let at = 0; at < 256; at += 1) nodes.at(0, at);
    expect(hashed).toBe(0);
    for (let at = 0; at < 3; at += 1) nodes.at(8, 0);
    for (let level = 1; level < 8; level += 1) nodes.at(level, 0);
    expect(hashed).toBe(255);
  });

  it('are none where the bytes end within a hash', () => {
    expect(() => nodesOf(partOf(3).subarray(0, 95)).at(0, 2)).toThrow(RangeError);
  });
});
