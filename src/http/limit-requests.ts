import type { RequestHandler } from 'express';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { addressGroup } from '../identity/address-group.js';

const SECONDS = 60;

/**
 * Refuses a network that asks the API too often; it is told when to come back, in the API's own form.
 * @param perMinute requests that one network may make in a minute
 */
export function limitRequests(perMinute: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: SECONDS });
  return async (request, response, next) => {
    try {
      await limiter.consume(addressGroup(request.ip ?? 'unknown'));
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
      response.set('Retry-After', String(seconds));
      const message = `Too many requests. Try again in ${seconds} seconds.`;
      response.status(429).json({ errors: [{ message, extensions: { code: 'TOO_MANY_REQUESTS' } }] });
      return;
    }
    next();
  };
}
