import { join } from 'node:path';

/** Where a registry on the embedded database keeps backups of itself. */
export function backupsFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** Where an embedded database lies while a backup is put back into it. @param database its own folder */
export function restoringFolder(database: string): string {
  return `${database}.restoring`;
}
