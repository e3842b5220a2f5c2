/** A line of a list of members, as its columns say. */
export interface ListedMember {
  readonly reference: string;
  readonly name?: string;
  readonly email?: string;
  readonly address?: string;
}

const COLUMNS: Readonly<Record<string, keyof ListedMember>> = {
  reference: 'reference',
  member: 'reference',
  name: 'name',
  email: 'email',
  'e-mail': 'email',
  address: 'address',
  url: 'address',
};

/** Reads a table of members (RFC 4180, with commas or semicolons); undefined where it has no column `reference`. */
export function readMemberList(text: string): ListedMember[] | undefined {
  const [head = ''] = text.split('\n', 1);
  const separator = head.includes(';') && !head.includes(',') ? ';' : ',';
  const [names = [], ...rows] = records(text.replace(/^\uFEFF/, ''), separator);
  const columns = names.map((name) => COLUMNS[name.trim().toLowerCase()]);
  if (!columns.includes('reference')) return undefined;
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => {
      const member: Partial<Record<keyof ListedMember, string>> = {};
      for (const [at, cell] of row.entries()) {
        const column = columns[at];
        if (column !== undefined && cell.trim() !== '') member[column] = cell.trim();
      }
      return { ...member, reference: member.reference ?? '' };
    });
}

function records(text: string, separator: string): string[][] {
  const all: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator || sign === '\n') {
      row.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') {
        all.push(row);
        row = [];
      }
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) all.push([...row, cell]);
  return all;
}
