/**
 * A program for a network namespace of its own, in which every IPv4 and IPv6 address is this machine: whatever is connected to
 * reaches the servers here, which note under which address. It tries the guarded fetch and prints what came of it, as JSON.
 */
import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Server } from 'node:net';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { createNameResolver } from '../../src/fetch/resolve-name.js';
import { serveDns } from './dns-server.js';
import { asFieldValue, FORBIDDEN_SPELLINGS } from './forbidden-spellings.js';

export interface DecoyReport {
  /** Refusals by their code, for each way that was tried. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Connections to addresses that are not public, which no request may open. */
  readonly strays: readonly string[];
  /** Connections to the public site, on which redirects were served. */
  readonly served: number;
  /** Where a plain connection to a private address ended: the decoy hears whoever gets through. */
  readonly unguarded: string | undefined;
}

const SITE = '93.184.215.14';
const SITE_6 = '2606:2800:21f:cb07:6820:80da:af6b:8b2c';
const HOPS = [1, 2, 3, 4, 5];
const INSIDE_4 = ['127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1'];
const INSIDE_6 = ['0:0:0:0:0:0:0:1', 'fd00:0:0:0:0:0:0:1', 'fe80:0:0:0:0:0:0:1', '0:0:0:0:0:ffff:7f00:1'];

const strays: string[] = [];
let served = 0;
const outcomes: Record<string, Record<string, number>> = {};

function ip(...argv: string[]): void {
  execFileSync('ip', argv);
}

function becomeEverybody(): void {
  ip('link', 'set', 'lo', 'up');
  ip('route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo');
  ip('-6', 'route', 'add', 'local', '::/0', 'dev', 'lo');
}

function redirect(request: IncomingMessage, response: ServerResponse): void {
  const { searchParams } = new URL(request.url ?? '', 'http://site.test');
  const hops = Number(searchParams.get('hops'));
  const to = searchParams.get('to') ?? '';
  const next = new URLSearchParams({ hops: String(hops - 1), to }).toString();
  response.writeHead(302, { location: hops > 1 ? `/?${next}` : asFieldValue(to), connection: 'close' }).end();
}

function listen(port: number): Promise<Server> {
  const server = createServer(redirect);
  server.on('connection', ({ localAddress = '' }) => {
    const address = localAddress.replace(/^::ffff:/, '');
    if (address === SITE || address === SITE_6) served += 1;
    else strays.push(`${address}:${port}`);
  });
  return new Promise((resolve) => {
    server.listen(port, '::', () => {
      resolve(server);
    });
  });
}

becomeEverybody();
const servers = [await listen(80), await listen(443)];
const dns = await serveDns((name, type, asked) => {
  const [kind = '', index = '0'] = name.split('.', 1)[0]?.split('-') ?? [];
  const four = INSIDE_4[Number(index) % INSIDE_4.length] ?? '';
  const six = INSIDE_6[Number(index) % INSIDE_6.length] ?? '';
  if (kind === 'slow') return null;
  if (kind === 'inside') return [type === 'A' ? four : six];
  if (kind === 'mixed') return type === 'A' ? [SITE, four] : [];
  if (kind === 'mixed6') return type === 'A' ? [SITE] : [six];
  if (kind === 'turning') return type === 'AAAA' ? [] : [asked === 1 ? SITE : four];
  return type === 'A' ? [SITE] : [];
});
const fetcher = createGuardedFetch({
  userAgent: 'test',
  resolve: createNameResolver([dns.endpoint]),
  timeoutMs: 20_000,
});

async function tried(
  way: string,
  url: string,
  limits: Parameters<typeof fetcher.get>[1] = {},
): Promise<void> {
  const outcome = await fetcher.get(url, limits).then(
    ({ status }) => `answered ${status}`,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
  const counts = (outcomes[way] ??= {});
  counts[outcome] = (counts[outcome] ?? 0) + 1;
}

const via = (hops: number, to: string): string =>
  `http://site.test/?${new URLSearchParams({ hops: String(hops), to }).toString()}`;

for (const [host] of FORBIDDEN_SPELLINGS) {
  for (const scheme of ['http', 'https']) await tried('direct', `${scheme}://${host}/`);
  for (const hops of HOPS) await tried('redirected', via(hops, `http://${host}/`), { maxRedirects: 5 });
}
for (let index = 0; index < 6; index += 1) {
  for (const kind of ['inside', 'mixed', 'mixed6']) {
    await tried(kind, `http://${kind}-${index}.test/`);
    await tried(kind, via(1, `http://${kind}-${index}.test/`));
  }
  await tried(
    'turning',
    `http://turning-${index}.test/?hops=1&to=${encodeURIComponent(`http://turning-${index}.test/`)}`,
  );
}
await tried('slow', 'http://slow-0.test/', { timeoutMs: 300 });
const heardSoFar = [...strays];

await new Promise<void>((resolve) => {
  const socket = connect(80, '10.0.0.1', () => {
    socket.end('GET / HTTP/1.0\r\n\r\n');
  });
  socket.resume().once('close', () => {
    resolve();
  });
});
const unguarded = strays.find((address) => !heardSoFar.includes(address));
await fetcher.close();
await dns.close();
for (const server of servers) server.close();
const report: DecoyReport = { outcomes, strays: heardSoFar, served, unguarded };
process.stdout.write(JSON.stringify(report));
