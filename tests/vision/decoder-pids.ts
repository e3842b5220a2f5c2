import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Process ids of the decoders that this process has started and that still run. */
export function decoderPids(): number[] {
  const processes = existsSync('/proc/self/stat') ? fromProc() : fromPs();
  return processes
    .filter(({ parent, state }) => parent === process.pid && !state.startsWith('Z'))
    .filter(({ command }) => command.includes('picture-worker.mjs'))
    .map(({ pid }) => pid);
}

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
  readonly command: string;
}

/** Read directly where it can be, because small Linux images come without `ps`. */
function fromProc(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [state = '', parent] = (
          readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? ''
        ).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent: Number(parent), state, command }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

function fromPs(): RunningProcess[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,command='], { encoding: 'utf8' }).split(
    '\n',
  );
  return lines.flatMap((line) => {
    const [, pid, parent, state = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), state, command }];
  });
}
