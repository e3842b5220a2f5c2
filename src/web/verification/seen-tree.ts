import { keptForLong } from '../browser/kept.js';

const KEPT_AS = 'assent.seen-tree';

/** A signed tree that this browser verified. */
export interface SeenTree {
  readonly origin: string;
  readonly size: number;
  /** In base64. */
  readonly root: string;
}

/** The last one; none where the browser keeps nothing. */
export function readSeenTree(): SeenTree | undefined {
  try {
    const kept: unknown = JSON.parse(keptForLong.read(KEPT_AS) ?? 'null');
    return isSeenTree(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepSeenTree(tree: SeenTree): void {
  keptForLong.write(KEPT_AS, JSON.stringify(tree));
}

function isSeenTree(value: unknown): value is SeenTree {
  return (
    typeof value === 'object' &&
    value !== null &&
    'origin' in value &&
    typeof value.origin === 'string' &&
    'size' in value &&
    typeof value.size === 'number' &&
    'root' in value &&
    typeof value.root === 'string'
  );
}
