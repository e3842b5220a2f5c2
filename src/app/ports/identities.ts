/** A sign-in that the operator lets people come by: an OpenID Connect provider. */
export interface SignInProvider {
  /** A short name for addresses. */
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  /** Whether an e-mail address that it calls verified may open the account with that address. */
  readonly vouchesForMail: boolean;
  /** Hosts on which it knows whose profile is whose. */
  readonly profileHosts: readonly string[];
}

/** What belongs to one sign-in under way; kept here, never shown. */
export interface ProviderRequest {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** Whom a provider has signed in. */
export interface ProvidedIdentity {
  readonly issuer: string;
  /** Its name for the person, which never changes and is given to nobody else. */
  readonly subject: string;
  readonly email: string | undefined;
  readonly isEmailVerified: boolean;
  /** Address of the person’s profile. */
  readonly profile: string | undefined;
}

/** The provider did not sign the person in, or what it said cannot be trusted. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused';
}

export interface IdentityProviders {
  readonly list: readonly SignInProvider[];
  /** Throws `ProviderRefused` when the provider cannot be reached. */
  begin(provider: string): Promise<ProviderRequest & { readonly location: string }>;
  /** @param query what the provider sent the browser back with. Throws `ProviderRefused`. */
  finish(provider: string, request: ProviderRequest, query: string): Promise<ProvidedIdentity>;
}

/** Who an account is elsewhere. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly accountId: string;
  readonly profile: string | undefined;
  readonly linkedAt: Date;
  readonly seenAt: Date;
}

export interface IdentityStore {
  /** Throws `UniqueViolation` when somebody has it already. */
  add(identity: Identity): Promise<void>;
  find(issuer: string, subject: string): Promise<Identity | undefined>;
  ofAccount(accountId: string): Promise<Identity[]>;
  /** The same, of an account whose ways in nobody else changes until the transaction ends. */
  heldBy(accountId: string): Promise<Identity[]>;
  remove(identity: Pick<Identity, 'issuer' | 'subject'>): Promise<void>;
  /** Notes a sign-in by it. */
  see(identity: Pick<Identity, 'issuer' | 'subject' | 'profile' | 'seenAt'>): Promise<void>;
}

/** A sign-in at a provider that has begun in one browser. */
export interface SignInFlow extends ProviderRequest {
  readonly handleHash: Uint8Array;
  readonly provider: string;
  /** The account that it shall be linked to; undefined for signing in. */
  readonly accountId: string | undefined;
  readonly expiresAt: Date;
}

export interface SignInFlowStore {
  add(flow: SignInFlow): Promise<void>;
  /** Takes it away: whoever comes second finds none. */
  take(handleHash: Uint8Array): Promise<SignInFlow | undefined>;
  removeExpired(now: Date): Promise<number>;
}
