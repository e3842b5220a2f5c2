import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { Registry } from '../app/registry.js';
import { leaveMatchNews } from '../app/works/news/leave-match-news.js';
import { matchFeed } from '../app/works/news/match-feed.js';

/**
 * `GET /feeds/TOKEN/matches.atom`: where the works of one account were found, for whoever has the address. `POST /unsubscribe/TOKEN` ends the
 * mails about it, without signing in (RFC 8058); the page at the same address asks first, since programs follow links in mails.
 */
export function matchNewsRoutes(registry: Registry): Router {
  const router = Router();
  router.get('/feeds/:token/matches.atom', async (request, response) => {
    // Nobody else is to keep what only the holder of the address may read.
    response.set({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' });
    const feed = await matchFeed(registry, request.params.token);
    if (feed === undefined) {
      response.status(404).type('text/plain').send(NO_FEED);
      return;
    }
    const tag = `"${createHash('sha256').update(feed).digest('base64url')}"`;
    response.set({ 'Content-Type': 'application/atom+xml; charset=utf-8', ETag: tag });
    if (isHeld(request.get('If-None-Match'), tag)) response.status(304).end();
    else response.send(feed);
  });
  router.post('/unsubscribe/:token', async (request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain');
    const hasLeft = await leaveMatchNews(registry, request.params.token);
    response.status(hasLeft ? 200 : 404).send(hasLeft ? LEFT : NOBODYS);
  });
  return router;
}

/** Whether what the reader has is what there is, by the weak comparison of RFC 9110 §13.1.2. */
function isHeld(header: string | undefined, tag: string): boolean {
  return header?.split(',').some((one) => [tag, `W/${tag}`, '*'].includes(one.trim())) === true;
}

const NO_FEED =
  'There is no feed at this address, or not any more: its holder makes a new one on the account page.\n';
const LEFT = 'No more mails about new matches are sent.\n';
const NOBODYS = 'This link ends no mails. They can be turned off on the account page.\n';
