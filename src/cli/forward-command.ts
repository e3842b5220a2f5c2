import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readFrames, sendFrame, type CommandReply } from './frames.js';
import { EXIT, type CommandIo } from './io.js';

/** How long a server may take from holding the data folder to listening. */
const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 200;

/**
 * Has the server that holds the data folder run a command, with its output shown here.
 * @returns the command's exit code; `EXIT.failed` when the server went away before it said one
 */
export async function forwardCommand(path: string, argv: readonly string[], io: CommandIo): Promise<number> {
  const socket = await reach(path, io.signal);
  io.signal.addEventListener('abort', () => socket.destroy(), { once: true });
  sendFrame(socket, { argv, cwd: io.cwd, isTerminal: io.isTerminal, columns: io.columns });
  try {
    for await (const frame of readFrames(socket)) {
      const reply = frame as CommandReply;
      if ('out' in reply) io.out(reply.out);
      else if ('err' in reply) io.err(reply.err);
      else return reply.exit;
    }
  } catch (error) {
    if (!io.signal.aborted) io.err(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  io.err(
    io.signal.aborted
      ? 'Interrupted. What was finished before stays; run the command again to go on.\n'
      : 'The server stopped before the command was done. Start it again and repeat the command.\n',
  );
  return EXIT.failed;
}

/** A server that is just starting holds the folder before it listens: it is asked again until it does. */
async function reach(path: string, signal: AbortSignal): Promise<Socket> {
  const patientUntil = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await new Promise<Socket>((done, fail) => {
        const socket = connect(path, () => {
          done(socket);
        });
        socket.once('error', fail);
      });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isStarting = code === 'ENOENT' || code === 'ECONNREFUSED';
      if (!isStarting || performance.now() > patientUntil) throw error;
      await pause(ASK_AGAIN_MS, undefined, { signal });
    }
  }
}
