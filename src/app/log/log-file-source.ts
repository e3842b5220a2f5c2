/** The files of a log, wherever they lie: a folder, a server. Undefined for a file that is not there. */
export interface LogFileSource {
  read(path: string): Promise<Uint8Array | undefined>;
}
