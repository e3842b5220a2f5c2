/** What a reader of foreign bytes answers when it cannot accept them; it never throws for them. */
export interface Refusal<Code extends string> {
  readonly ok: false;
  readonly problem: {
    /** Stable; programs may compare it. */
    readonly code: Code;
    /** For people: what is wrong, and what to do where something can be done. */
    readonly message: string;
  };
}

export function refuse<Code extends string>(code: Code, message: string): Refusal<Code> {
  return { ok: false, problem: { code, message } };
}
