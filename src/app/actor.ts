import type { Account, ApiKey, ApiScope } from './ports/accounts.js';

/** Who is asking. What each may do is in the policy table, nowhere else. */
export type Actor =
  | { readonly kind: 'anonymous'; readonly address: string }
  | {
      readonly kind: 'account';
      readonly account: Account;
      /** A session may do all its account may; a key only what its scopes say. */
      readonly via: 'session' | 'api-key';
      readonly sessionId: string | undefined;
      readonly scopes: readonly ApiScope[];
      /** That was shown; a session shows none. */
      readonly apiKey?: ApiKey;
      readonly address: string;
    };

export type SignedInActor = Extract<Actor, { kind: 'account' }>;
