import type { GivenMember } from './member-row.js';
import { MOST_MEMBER_ROWS } from './add-members.js';

/** What became of one line of a list. */
export interface MemberResult {
  /** Number of the line among those of the list, from 1. */
  readonly line: number;
  readonly reference: string;
  readonly status: 'added' | 'known' | 'refused';
  readonly problem: string | undefined;
}

/** A registry, here or elsewhere, as lines are handed to it. */
export interface MembersDoor {
  /** One answer for each, in order; throws when nothing of it is on record. */
  add(members: readonly GivenMember[]): Promise<readonly Pick<MemberResult, 'status' | 'problem'>[]>;
}

export interface SendMembersInput {
  readonly door: MembersDoor;
  readonly members: AsyncIterable<GivenMember & { readonly line: number }>;
  /** Told of every piece once it is on record, before the next one is sent. */
  readonly onResults: (results: readonly MemberResult[]) => Promise<void>;
  /** Ends the run between two pieces; what is on record by then stays. */
  readonly signal?: AbortSignal;
}

/** Hands in a list of members piece by piece. */
export async function sendMembers({ door, members, onResults, signal }: SendMembersInput): Promise<void> {
  let piece: (GivenMember & { readonly line: number })[] = [];
  const send = async (): Promise<void> => {
    if (piece.length === 0) return;
    const results = await door.add(piece.map(({ line: _line, ...member }) => member));
    await onResults(
      piece.map(({ line, reference }, at) => {
        const { status = 'refused', problem } = results[at] ?? {};
        return { line, reference, status, problem };
      }),
    );
    piece = [];
  };
  for await (const member of members) {
    signal?.throwIfAborted();
    piece.push(member);
    if (piece.length === MOST_MEMBER_ROWS) await send();
  }
  await send();
}
