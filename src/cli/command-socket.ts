import { chmod, unlink } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { readFrames, sendFrame, type CommandRequest } from './frames.js';
import { EXIT, type CommandIo } from './io.js';

export interface CommandSocket {
  close(): Promise<void>;
}

/**
 * Lets command-line processes have their commands run by this server, which holds the store. Only the owner of the data
 * folder can connect: the socket's mode is 0600.
 */
export async function listenForCommands(
  path: string,
  run: (argv: readonly string[], io: CommandIo) => Promise<number>,
): Promise<CommandSocket> {
  await unlink(path).catch(() => undefined);
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    socket.on('error', () => socket.destroy());
    void serveOne(socket, run);
  });
  // The mask closes the moment between listening and chmod, in which others could connect.
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(path, done);
    });
  } finally {
    process.umask(mask);
  }
  await chmod(path, 0o600);
  return {
    close: async () => {
      for (const socket of connections) socket.destroy();
      await new Promise((done) => server.close(done));
      await unlink(path).catch(() => undefined);
    },
  };
}

async function serveOne(
  socket: Socket,
  run: (argv: readonly string[], io: CommandIo) => Promise<number>,
): Promise<void> {
  const gone = new AbortController();
  socket.on('close', () => {
    gone.abort();
  });
  try {
    const first = await readFrames(socket).next();
    if (first.done) return;
    const request = first.value as CommandRequest;
    // Read on, although nothing more is said: otherwise the client's going away would not be noticed.
    socket.resume();
    const exit = await run(request.argv, {
      cwd: request.cwd,
      isTerminal: request.isTerminal,
      columns: request.columns,
      signal: gone.signal,
      out: (text) => {
        sendFrame(socket, { out: text });
      },
      err: (text) => {
        sendFrame(socket, { err: text });
      },
    });
    sendFrame(socket, { exit });
    socket.end();
  } catch (error) {
    if (socket.destroyed) return;
    sendFrame(socket, { err: `${error instanceof Error ? error.message : String(error)}\n` });
    sendFrame(socket, { exit: EXIT.failed });
    socket.end();
  }
}
