import type { Socket } from 'node:net';

/** What a command's process sends to the server: once, before anything else. */
export interface CommandRequest {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly isTerminal: boolean;
  readonly columns: number;
}

/** What the server sends back, as often as it likes; `exit` is the last. */
export type CommandReply = { readonly out: string } | { readonly err: string } | { readonly exit: number };

/** One JSON text a line, both ways. */
export function sendFrame(socket: Socket, frame: CommandRequest | CommandReply): void {
  socket.write(`${JSON.stringify(frame)}\n`);
}

export async function* readFrames(socket: Socket): AsyncGenerator {
  socket.setEncoding('utf8');
  let rest = '';
  for await (const text of socket as AsyncIterable<string>) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}
