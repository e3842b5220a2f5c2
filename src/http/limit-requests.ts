import type { RequestHandler, Response } from 'express';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressGroup } from '../identity/address-group.js';

const SECONDS = 60;

/** Says that too much was asked, in the form that callers of the address read. */
export type SendRefusal = (response: Response, message: string) => void;

export const refuseInGraphql: SendRefusal = (response, message) => {
  response.json({ errors: [{ message, extensions: { code: 'TOO_MANY_REQUESTS' } }] });
};

export const refuseInJson: SendRefusal = (response, message) => {
  response.json({
    error: { code: 'TOO_MANY_REQUESTS', message, nextStep: 'Wait, and ask for more at a time.' },
  });
};

export const refuseInText: SendRefusal = (response, message) => {
  response.type('text/plain').send(`${message}\n`);
};

/**
 * Refuses a network that asks too often; it is told when to come back. Each handler counts for itself.
 * @param perMinute requests that one network may make in a minute
 */
export function limitRequests(perMinute: number, sendRefusal: SendRefusal): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: SECONDS });
  return async (request, response, next) => {
    try {
      await limiter.consume(addressGroup(request.ip ?? 'unknown'));
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
      response.set('Retry-After', String(seconds)).status(429);
      sendRefusal(response, `Too many requests. Try again in ${seconds} seconds.`);
      return;
    }
    next();
  };
}
