/** SHA-256 (FIPS 180-4): 32 bytes for any bytes. Passed in, so that server and browser each bring their own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
