/** Certificates that the operator trusts to say who somebody is, in DER; each list for one purpose, and empty where there is none. */
export interface TrustLists {
  /** For whoever signs the manifest of a file. */
  readonly c2pa: readonly Uint8Array[];
  /** For identities within a manifest. */
  readonly cawg: readonly Uint8Array[];
  /** For time stamps. */
  readonly time: readonly Uint8Array[];
}

export const NO_TRUST: TrustLists = { c2pa: [], cawg: [], time: [] };
