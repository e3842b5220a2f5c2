/** How an entry is named outside: `<dataset slug>:<row id as 32 hex digits>`. */
export interface EntryName {
  readonly slug: string;
  readonly rowId: Uint8Array;
}

export function formatEntryId(slug: string, rowId: Uint8Array): string {
  return `${slug}:${Array.from(rowId, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function parseEntryId(id: string): EntryName | undefined {
  const [, slug, hex] = /^([a-z0-9][a-z0-9-]{0,62}):([0-9a-f]{32})$/.exec(id) ?? [];
  if (slug === undefined || hex === undefined) return undefined;
  return {
    slug,
    rowId: Uint8Array.from({ length: 16 }, (_, at) => parseInt(hex.slice(at * 2, at * 2 + 2), 16)),
  };
}
