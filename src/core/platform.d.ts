/**
 * What the core may take from its surroundings: the web-standard globals that Node and browsers share.
 * Read only by this folder's own tsconfig, which knows neither Node's nor the browser's types.
 */
declare class URL {
  constructor(url: string, base?: string | URL);
  readonly protocol: string;
  hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
  readonly href: string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
