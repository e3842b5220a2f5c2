const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids come from outside too; one that is no UUID names nothing, and PostgreSQL would refuse the whole statement. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
