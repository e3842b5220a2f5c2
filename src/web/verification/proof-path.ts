/** Where the proof of a statement is downloaded, for as long as the registry stands. @param id its leaf hash */
export function proofPath(id: string): string {
  return `/log/proof/${id}.tlog-proof`;
}
