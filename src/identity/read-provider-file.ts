import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OpenidProvider } from './openid-providers.js';

/** The file with the providers cannot be used as it is. */
export class ProviderFileInvalid extends Error {
  override readonly name = 'ProviderFileInvalid';
}

const host = z.string().regex(/^[a-z0-9.-]+(?::\d+)?$/, 'give a host in small letters');

/** What is sent over plain http can be read and changed on its way. */
function isSafe(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'give small letters, digits and hyphens'),
    name: z.string().min(1).max(60),
    issuer: z
      .url({ protocol: /^https?$/ })
      .refine(isSafe, 'give an https address; http is for this machine alone'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    endpointHosts: z.array(host).default([]),
    profileHosts: z.array(host).default([]),
    vouchesForMail: z.boolean().default(false),
  }),
);

export interface ProviderFile {
  readonly providers: readonly OpenidProvider[];
  /** Every host that may be asked: those of the issuers, and those that the file names beside them. */
  readonly hosts: readonly string[];
}

/** Reads a JSON file of providers, as docs/accounts.md shows it. Throws ProviderFileInvalid. */
export function readProviderFile(path: string): ProviderFile {
  const parsed = schema.safeParse(readJson(path));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path: where, message }) => `  ${where.join('.') || 'the file'}: ${message}`,
    );
    throw new ProviderFileInvalid(`${path} cannot be used:\n${problems.join('\n')}`);
  }
  const ids = parsed.data.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new ProviderFileInvalid(`${path}: two providers have one id.`);
  return {
    providers: parsed.data.map(({ endpointHosts: _hosts, clientSecret, ...rest }) => ({
      ...rest,
      clientSecret,
    })),
    hosts: parsed.data.flatMap(({ issuer, endpointHosts }) => [new URL(issuer).host, ...endpointHosts]),
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ProviderFileInvalid(`${path} cannot be read as JSON: ${String(error)}`);
  }
}
