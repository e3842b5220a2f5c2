/** A registry and a bare echo, each a process of its own, and lines sent to them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { growRegistry } from '../grown-registry.mjs';

const ECHO = fileURLToPath(new URL('echo-server.mjs', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../bin/assent.mjs', import.meta.url));
/** As many as clients of a registry send at once. */
const LINES_A_REQUEST = 1_000;
const AT_ONCE = 4;

/** Grows a registry to so many leaves and starts it, and the echo. */
export async function startOnline(folder, leaves) {
  const home = join(folder, 'registry');
  await growRegistry(home, leaves);
  const registry = await startProcess([COMMAND, 'serve'], {
    ASSENT_DATA: home,
    PORT: '0',
    ASSENT_LOG_LEVEL: 'error',
    ASSENT_REQUESTS_PER_MINUTE: '10000000',
    ASSENT_CHECKS_PER_MINUTE: '1000000000',
  });
  const echo = await startProcess([ECHO], {});
  return {
    check: (lines) => sendAll(`${registry.url}/v1/check?use=train-ai`, lines),
    checkInPieces: (lines) => sendInPieces(`${registry.url}/v1/check?use=train-ai`, lines),
    echo: (lines) => sendAll(echo.url, lines),
    echoInPieces: (lines) => sendInPieces(echo.url, lines),
    async close() {
      await Promise.all([registry.end(), echo.end()]);
    },
  };
}

async function startProcess(args, env) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  const [printed] = await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => {
      throw new Error(`${args[0]} did not start.`);
    }),
  ]);
  const end = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url: /http\S+/.exec(String(printed))[0], end };
}

/** One request for all. */
function sendAll(url, lines) {
  return send(url, `${lines.join('\n')}\n`, lines.length);
}

/** A thousand lines a request, a few at a time. @returns how long each took, in milliseconds */
async function sendInPieces(url, lines) {
  const took = [];
  let next = 0;
  const one = async () => {
    while (next < lines.length) {
      const part = lines.slice(next, (next += LINES_A_REQUEST));
      const from = performance.now();
      await send(url, `${part.join('\n')}\n`, part.length);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return took;
}

async function send(url, body, lines) {
  const sent = request(url, { method: 'POST', headers: { 'content-type': 'text/plain' } });
  // An answer comes while the body still goes: both have to move.
  const answered = once(sent, 'response');
  sent.end(body);
  const [response] = await answered;
  let newlines = 0;
  for await (const piece of response) {
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) newlines += 1;
  }
  if (response.statusCode !== 200 || newlines !== lines) {
    throw new Error(`${url} answered ${response.statusCode} with ${newlines} lines for ${lines}.`);
  }
}
