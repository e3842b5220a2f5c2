import { readFile } from 'node:fs/promises';

/** A process that can still do something. */
export interface RunningProcess {
  /** When it began, as the kernel tells it, so that a process id used anew is not taken for the old process. */
  readonly start: string | undefined;
}

/**
 * The process of an id; undefined where there is none, or only what is left of one until its parent asks how it ended, which
 * in a container may be never. Without /proc (proc(5), /proc/pid/stat) the id alone has to do.
 */
export async function runningProcess(pid: number): Promise<RunningProcess | undefined> {
  const stat = await readStat(pid);
  if (stat === undefined) return isKnown(pid) ? { start: undefined } : undefined;
  // Counted from the third field: the second, the command's name, stands in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, threads, start] = [fields[0], Number(fields[17]), fields[19]];
  // While another thread lives, a write of it may be under way.
  return (state === 'Z' || state === 'X') && threads <= 1 ? undefined : { start };
}

async function readStat(pid: number): Promise<string | undefined> {
  try {
    return await readFile(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
}

function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
