/**
 * The signature of a webhook (Standard Webhooks 1.0.0, "Signature scheme", symmetric): HMAC-SHA256 over id, timestamp and body
 * with a full stop between two, in base64 behind its version.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64 } from '../bytes/base64.js';
import { encodeUtf8 } from '../bytes/utf8.js';

export interface WebhookMessage {
  /** The same for every attempt at one message; holds no full stop. */
  readonly id: string;
  /** Seconds since 1970 UTC at which this attempt was made. */
  readonly timestamp: number;
  readonly body: string;
}

/** The header `webhook-signature`. */
export function signWebhook({ id, timestamp, body }: WebhookMessage, secret: Uint8Array): string {
  return `v1,${encodeBase64(hmac(sha256, secret, encodeUtf8(`${id}.${timestamp}.${body}`)))}`;
}

/** How a secret is written: `whsec_` and base64. */
export function formatWebhookSecret(secret: Uint8Array): string {
  return `whsec_${encodeBase64(secret)}`;
}
