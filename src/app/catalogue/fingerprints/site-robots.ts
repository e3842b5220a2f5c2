import { parseRobots, robotsAllow, type RobotsRules } from '../../../core/robots/parse-robots.js';
import { parseUrl } from '../../../core/url/parse-url.js';
import type { OutgoingRequests } from '../../ports/surroundings.js';
import { pictureRefusal } from './picture-refusal.js';

/** How we are named in robots.txt: the product of the User-Agent that src/fetch sends. */
export const ROBOTS_PRODUCT = 'AssentRegistry';

/** RFC 9309 section 2.5: at least 500 kibibytes are read. */
const LIMITS = { maxBytes: 512 * 1024, maxRedirects: 5 };

const NOTHING_ASKED: RobotsRules = { rules: [], crawlDelay: undefined };

/** What the sites of one run ask of us: each is asked once. */
export class SiteRobots {
  readonly #known = new Map<string, Promise<RobotsRules | undefined>>();

  constructor(private readonly outgoing: OutgoingRequests) {}

  /** Whether a picture may be fetched, and after how many seconds from the one before; undefined: as we like. */
  async ask(url: string): Promise<{ readonly allows: boolean; readonly delay: number | undefined }> {
    const parsed = parseUrl(url);
    // What is no address is refused where it is asked for.
    if (!parsed) return { allows: true, delay: undefined };
    const { origin, pathname, search } = parsed;
    const rules = await this.#rulesOf(origin);
    if (rules === undefined) return { allows: false, delay: undefined };
    return { allows: robotsAllow(rules, pathname + search), delay: rules.crawlDelay };
  }

  #rulesOf(origin: string): Promise<RobotsRules | undefined> {
    const known = this.#known.get(origin) ?? this.#read(origin);
    this.#known.set(origin, known);
    return known;
  }

  /**
   * Section 2.3.1: a site without the file asks nothing; of one that cannot tell just now, nothing is fetched. "Too many
   * requests" is no permission either, although the RFC counts it among the former.
   */
  async #read(origin: string): Promise<RobotsRules | undefined> {
    try {
      const { status, body } = await this.outgoing.get(`${origin}/robots.txt`, LIMITS);
      if (status >= 200 && status < 300) return parseRobots(new TextDecoder().decode(body), ROBOTS_PRODUCT);
      return status >= 400 && status < 500 && status !== 429 ? NOTHING_ASKED : undefined;
    } catch (error) {
      if (pictureRefusal(error) === undefined) throw error;
      return undefined;
    }
  }
}
