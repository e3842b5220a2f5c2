import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { formatWebhookSecret, signWebhook } from '../../../src/core/webhooks/sign-webhook.js';

interface Case {
  readonly reason: string;
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
  readonly secret: string;
  readonly signature: string;
}

const { cases } = JSON.parse(readFileSync('schema/vectors/webhook.v1.json', 'utf8')) as { cases: Case[] };

describe('the signature of a webhook', () => {
  it.each(cases)('is that of the vector: $reason', ({ secret, signature, ...message }) => {
    const bytes = new Uint8Array(Buffer.from(secret.slice('whsec_'.length), 'base64'));
    expect(formatWebhookSecret(bytes)).toBe(secret);
    expect(signWebhook(message, bytes)).toBe(signature);
  });

  it('is that of another implementation, whatever is said', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.uint8Array({ minLength: 1 }), (body, timestamp, secret) => {
        const hmac = createHmac('sha256', secret).update(`id.${timestamp}.${body}`, 'utf8');
        expect(signWebhook({ id: 'id', timestamp, body }, secret)).toBe(`v1,${hmac.digest('base64')}`);
      }),
    );
  });
});
