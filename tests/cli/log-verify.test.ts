import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type LocalServer, serveHttp } from '../fetch/local-server.js';
import {
  checkpoint,
  leavesWith,
  makeKey,
  makeLog,
  makeProof,
  makeWitness,
  ORIGIN,
  statement,
  writeLog,
} from '../verifier/make-log.js';
import { runVerifier } from './run-verifier.js';

const key = makeKey(ORIGIN, 1);
const leaves = leavesWith(key, 300);
const files = makeLog(leaves, [key]);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-verify-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('assent log verify FOLDER', () => {
  it('prints the derivation and ends with 0', async () => {
    await writeLog(files, join(folder, 'mirror'));
    const { exit, out, err } = await runVerifier(folder, 'log', 'verify', 'mirror', '--key', key.vkey);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(`Log        ${ORIGIN}, read from ${join(folder, 'mirror')}\n`);
    expect(out).toContain('Size       300 leaves\n');
    expect(out).toContain('Leaves     1 key, 299 statement: each canonical JSON\n');
    expect(out).toContain(`Verified: the log ${ORIGIN} is whole at size 300, and as its key signed it.\n`);
  });

  it('reads the log of the data folder when none is named, and says whose key it took', async () => {
    await writeLog(files, join(folder, 'log'));
    const { exit, out } = await runVerifier(folder, 'log', 'verify');
    expect(exit).toBe(0);
    expect(out).toContain('The key was taken from the log');
    expect(out).not.toContain('Verified');
  });

  it('ends with 3 when a leaf was changed, and names file and leaf', async () => {
    const changed = leaves.with(257, statement(256));
    await writeLog(
      new Map([...files, ...[...makeLog(changed, [key])].filter(([path]) => path.includes('entries'))]),
      folder,
    );
    const { exit, out, err } = await runVerifier(folder, 'log', 'verify', '.', '--key', key.vkey);
    expect(exit).toBe(3);
    expect(err).toBe('Not verified: tile/0/001.p/44: hash 1 is not the one that the leaves below it give.\n');
    expect(out).not.toContain('Verified');
  });

  it('reads older checkpoints, proofs and a policy from files', async () => {
    const witness = makeWitness('witness.example/w1', 11);
    await writeLog(makeLog(leaves, [key, witness]), folder);
    await writeFile(join(folder, 'old'), checkpoint(leaves.slice(0, 20), [key]));
    await writeFile(join(folder, 'mine.tlog-proof'), makeProof(leaves.slice(0, 30), 7, [key]));
    await writeFile(join(folder, 'policy'), `log ${key.vkey}\nwitness A ${witness.vkey}\nquorum A\n`);
    const given = ['--since', 'old', '--since', 'mine.tlog-proof', '--policy', 'policy'];
    const { exit, out } = await runVerifier(folder, 'log', 'verify', '.', ...given);
    expect(exit).toBe(0);
    expect(out).toContain('Since      old: the log begins with its 20 leaves\n');
    expect(out).toContain('Since      mine.tlog-proof: the log begins with its 30 leaves\n');
    expect(out).toContain('Policy     asks for A, which is reached\n');
    expect(out).toContain('Verified');
  });

  it.each([
    ['a folder that is not there', ['nowhere'], 4, 'There is no file "checkpoint" in'],
    ['a folder without a log', ['.'], 4, 'There is no file "checkpoint" in'],
    ['no log of its own', [], 4, 'There is no file "checkpoint" in'],
    ['an older checkpoint that is not there', ['.', '--since', 'gone'], 4, 'There is no file gone.'],
    ['a policy that is a folder', ['.', '--policy', '.'], 4, 'is not a file'],
    [
      'a policy with a mistake',
      ['.', '--policy', 'bad-policy'],
      4,
      'bad-policy, line 1: "wintess" is none of',
    ],
    ['an older checkpoint that is none', ['.', '--since', 'bad-policy'], 3, 'is not a signed note'],
    ['a key that is none', ['.', '--key', 'x'], 2, '--key cannot be used.'],
    ['the key of a witness', ['.', '--key', makeWitness('w', 1).vkey], 2, 'signs no logs'],
    ['two places', ['a', 'b'], 2, 'too many arguments'],
  ])('given %s explains itself', async (_what, argv, exit, message) => {
    await writeFile(join(folder, 'bad-policy'), 'wintess A B\n');
    const ended = await runVerifier(folder, 'log', 'verify', ...argv);
    expect(ended.exit).toBe(exit);
    expect(ended.err).toContain(message);
  });

  it('takes a folder in place of a tile for something that cannot be read', async () => {
    await writeLog(new Map([...files].filter(([path]) => path !== 'tile/0/000')), folder);
    await mkdir(join(folder, 'tile/0/000'));
    const ended = await runVerifier(folder, 'log', 'verify', '.', '--key', key.vkey);
    expect(ended).toMatchObject({ exit: 4 });
    expect(ended.err).toContain('is not a file');
  });

  it('reads no more of a file than it can have, however long it is', async () => {
    await writeLog(new Map([...files].filter(([path]) => path !== 'tile/0/000')), folder);
    await writeFile(join(folder, 'endless'), Buffer.alloc(100_000));
    await symlink(join(folder, 'endless'), join(folder, 'tile/0/000'));
    const ended = await runVerifier(folder, 'log', 'verify', '.', '--key', key.vkey);
    expect(ended).toMatchObject({ exit: 3 });
    expect(ended.err).toContain('tile/0/000 is longer than the 8192 bytes');
  });
});

describe('assent log verify ADDRESS', () => {
  let server: LocalServer;

  afterEach(() => server.close());

  /** Serves the log below /log, save what `special` answers itself. */
  async function verifyServed(
    special: (path: string, response: ServerResponse, request: IncomingMessage) => boolean = () => false,
  ) {
    server = await serveHttp((request, response) => {
      const path = (request.url ?? '').replace(/^\/log\//, '');
      if (special(path, response, request)) return;
      const bytes = files.get(path);
      if (bytes === undefined) response.writeHead(404).end('none');
      else response.end(bytes);
    });
    return runVerifier(folder, 'log', 'verify', `http://localhost:${server.port}/log/`, '--key', key.vkey);
  }

  it('verifies what a server on this machine serves, on any port', async () => {
    const { exit, out } = await verifyServed();
    expect(exit).toBe(0);
    expect(out).toContain(`read from http://localhost:${server.port}/log\n`);
    expect(out).toContain('Verified');
  });

  it('asks for the files that the log must have, once each, over few connections', async () => {
    await verifyServed();
    const asked = server.heard.map(({ url }) => (url ?? '').replace('/log/', ''));
    expect(asked.toSorted()).toEqual([...files.keys()].toSorted());
    expect(server.connections()).toBeLessThan(asked.length);
  });

  it('reads bundles that are compressed, asked for or not', async () => {
    const { exit } = await verifyServed((path, response) => {
      const bytes = files.get(path);
      if (bytes === undefined || !path.includes('entries')) return false;
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes));
      return true;
    });
    expect(exit).toBe(0);
  });

  it('follows a redirect on the same host', async () => {
    const { exit } = await verifyServed((path, response) => {
      if (path.startsWith('/elsewhere/')) response.end(files.get(path.slice('/elsewhere/'.length)));
      else if (path.startsWith('tile/0')) response.writeHead(302, { location: `/elsewhere/${path}` }).end();
      else return false;
      return true;
    });
    expect(exit).toBe(0);
  });

  it('follows none to another host, where it was not sent', async () => {
    const { exit, err } = await verifyServed((path, response) => {
      if (path !== 'tile/0/000') return false;
      response.writeHead(302, { location: `http://127.0.0.1:${server.port}/log/${path}` }).end();
      return true;
    });
    expect(exit).toBe(4);
    expect(err).toContain('localhost redirects to 127.0.0.1');
  });

  it.each([
    ['checkpoint', 'checkpoint is longer than any signed note.'],
    ['tile/0/000', 'tile/0/000 is longer than the 8192 bytes that it can have.'],
    ['tile/1/000.p/1', 'tile/1/000.p/1 is longer than the 8192 bytes that it can have.'],
    ['tile/entries/001.p/44', 'tile/entries/001.p/44 is longer than the 16777472 bytes that it can have.'],
  ])('gives up on a body without end in place of %s', async (endless, message) => {
    const { exit, err } = await verifyServed((path, response) => {
      if (path !== endless) return false;
      const chunk = Buffer.alloc(1_000_000, 'a');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
      return true;
    });
    expect({ exit, err }).toEqual({ exit: 3, err: `Not verified: ${message}\n` });
  });

  it('asks again when an answer is lost or put off', async () => {
    const failures: Record<string, string[]> = {
      checkpoint: ['destroy', '503'],
      'tile/0/000': ['429', 'destroy'],
    };
    const { exit } = await verifyServed((path, response, request) => {
      const failure = failures[path]?.pop();
      if (failure === undefined) return false;
      if (failure === 'destroy') request.socket.destroy();
      else response.writeHead(Number(failure), { 'retry-after': '0' }).end();
      return true;
    });
    expect(exit).toBe(0);
  });

  it('asks no more than three times', async () => {
    const { exit, err } = await verifyServed((path, response) => {
      if (path !== 'tile/0/000') return false;
      response.writeHead(503).end();
      return true;
    });
    expect(exit).toBe(4);
    expect(err).toContain('was answered with status 503. Try again later.');
    expect(server.heard.filter(({ url }) => url === '/log/tile/0/000')).toHaveLength(3);
  });

  it('says what is wrong when a file is missing', async () => {
    const { exit, err } = await verifyServed((path, response) => {
      if (path !== 'tile/1/000.p/1') return false;
      response.writeHead(404).end();
      return true;
    });
    expect({ exit, err }).toEqual({
      exit: 3,
      err: 'Not verified: tile/1/000.p/1 is missing (hashes 0 to 0).\n',
    });
  });

  it('says that nothing is known when the server refuses', async () => {
    const { exit, err } = await verifyServed((path, response) => {
      if (path !== 'tile/1/000.p/1') return false;
      response.writeHead(403).end();
      return true;
    });
    expect(exit).toBe(4);
    expect(err).toContain('/log/tile/1/000.p/1 was answered with status 403.');
  });

  it('says that nothing is known when nobody listens', async () => {
    await verifyServed();
    await server.close();
    const ended = await runVerifier(folder, 'log', 'verify', `http://localhost:${server.port}/log`);
    expect(ended.exit).toBe(4);
    expect(ended.err).toContain('Check that it is running.');
  });
});
