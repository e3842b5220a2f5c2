/**
 * The way of a verifier from a node up to the root, as RFC 9162 §2.1.3.2 and §2.1.4.2 walk it. `position` is the node's
 * place in its level and `last` that of the level's last node (`fn` and `sn` there).
 */
export class ProofClimb {
  #position: number;
  #last: number;

  constructor(position: number, last: number) {
    this.#position = position;
    this.#last = last;
  }

  get atRoot(): boolean {
    return this.#last === 0;
  }

  /** Goes up to the next node that has a sibling's hash in it, and says on which side that sibling stood. */
  step(): 'left' | 'right' {
    const siblingIsLeft = this.#position % 2 === 1 || this.#position === this.#last;
    if (siblingIsLeft) {
      // A last node without a sibling is carried up unchanged, level by level, until it has one on its left.
      while (this.#position % 2 === 0 && this.#position !== 0) {
        this.#up();
      }
    }
    this.#up();
    return siblingIsLeft ? 'left' : 'right';
  }

  /** Goes up from a right child to the first node that is a left one. */
  leaveRightEdges(): void {
    while (this.#position % 2 === 1) {
      this.#up();
    }
  }

  #up(): void {
    this.#position = halfOf(this.#position);
    this.#last = halfOf(this.#last);
  }
}

function halfOf(place: number): number {
  return (place - (place % 2)) / 2;
}
