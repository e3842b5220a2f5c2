/**
 * SHA-256 (FIPS 180-4): 32 bytes for any bytes. Passed in, so that server and browser each bring their own. It must not keep
 * what it is given, which may be filled anew for the next.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
