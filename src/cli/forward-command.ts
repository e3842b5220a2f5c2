import { connect } from 'node:net';
import { readFrames, sendFrame, type CommandReply } from './frames.js';
import { EXIT, type CommandIo } from './io.js';

/**
 * Has the server that holds the data folder run a command, with its output shown here.
 * @returns the command's exit code; `EXIT.failed` when the server went away before it said one
 */
export async function forwardCommand(path: string, argv: readonly string[], io: CommandIo): Promise<number> {
  const socket = connect(path);
  await new Promise<void>((done, fail) => {
    socket.once('connect', done);
    socket.once('error', fail);
  });
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
