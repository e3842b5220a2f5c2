import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { MODEL_FILES } from '../../src/models/model-files.js';
import { serveHttp } from '../fetch/local-server.js';

/** A hub of models on this machine, which answers as Hugging Face's does: listings by commit, files by ranges. */
export interface ModelHub {
  readonly port: number;
  /** Commit that every branch of its models is at. */
  readonly commit: string;
  /** Bytes of one file by its path, to be changed by a scenario. */
  readonly files: Map<string, Buffer>;
  /** Paths asked for, with the range if there was one. */
  readonly asked: string[];
  /** Breaks off instead of answering, when it says so. */
  breaksOff: (path: string) => boolean;
  close(): Promise<void>;
}

/** Graphs are listed as large files are, by SHA-256; the rest as Git knows them. */
export async function openModelHub(name: string, folder: string): Promise<ModelHub> {
  const commit = createHash('sha1').update(name).digest('hex');
  const files = new Map<string, Buffer>();
  for (const path of MODEL_FILES) files.set(path, await readFile(join(folder, path)));
  const listed = [...files].map(([path, bytes]) => listing(path, bytes));
  const asked: string[] = [];
  const hub = { commit, files, asked, breaksOff: (_path: string) => false };
  const server = await serveHttp((request, response) => {
    const path = request.url ?? '';
    asked.push([path, request.headers.range].filter(Boolean).join(' '));
    if (hub.breaksOff(path)) response.destroy();
    else if (path === `/api/models/${name}/revision/main`) sendJson(response, { sha: commit });
    else if (path === `/api/models/${name}/tree/${commit}?recursive=true`) sendJson(response, listed);
    else sendFile(request, response, files.get(path.replace(`/${name}/resolve/${commit}/`, '')));
  });
  return Object.assign(hub, { port: server.port, close: () => server.close() });
}

function listing(path: string, bytes: Buffer): object {
  const size = bytes.length;
  const oid = createHash('sha1').update(`blob ${size}\0`).update(bytes).digest('hex');
  const lfs = { oid: createHash('sha256').update(bytes).digest('hex'), size };
  return { type: 'file', path, size, oid, ...(path.endsWith('.onnx') ? { lfs } : {}) };
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
}

function sendFile(request: IncomingMessage, response: ServerResponse, bytes: Buffer | undefined): void {
  if (!bytes) {
    response.writeHead(404).end();
    return;
  }
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (first === undefined || last === undefined) response.end(bytes);
  else response.writeHead(206).end(bytes.subarray(Number(first), Number(last) + 1));
}
