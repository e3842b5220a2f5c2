/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as a literal that DuckDB does not read as a pattern over several files. */
export function pathLiteral(path: string): string {
  return literal(path.replaceAll(/[*?[]/g, '[$&]'));
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
