/** Why a backup was not written: its name is taken; the disk is full; nobody may write there; there is no such folder. */
export type BackupObstacle = 'exists' | 'no-room' | 'not-writable' | 'no-folder';

/** No file was left behind. The message says what to do. */
export class BackupNotWritten extends Error {
  override readonly name = 'BackupNotWritten';

  constructor(
    readonly obstacle: BackupObstacle,
    path: string,
    options?: ErrorOptions,
  ) {
    super(`The backup was not written: ${SAID[obstacle](path)}`, options);
  }
}

const SAID: Readonly<Record<BackupObstacle, (path: string) => string>> = {
  exists: (path) => `there is a file ${path} already. Choose another name, or name a folder.`,
  'no-room': (path) => `there is no room left for ${path}. Make room, or write it to another disk.`,
  'not-writable': (path) =>
    `${path} may not be written by the user who does it. Choose another place, or change its rights.`,
  'no-folder': (path) => `the folder of ${path} is not there. Make it first.`,
};

const OBSTACLES: Readonly<Record<string, BackupObstacle>> = {
  EEXIST: 'exists',
  EISDIR: 'exists',
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EFBIG: 'no-room',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
};

/** What an error of the file system means for a backup; every other error as it is. */
export function writingError(error: unknown, path: string): unknown {
  const obstacle = OBSTACLES[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  return obstacle === undefined ? error : new BackupNotWritten(obstacle, path, { cause: error });
}
