import { canonicalUrl } from '../../core/url/canonical-url.js';
import { isDottedName } from '../../core/url/dotted-name.js';
import { urlExpressions } from '../../core/url/url-expressions.js';
import type { CheckedItem } from '../ports/consent-answers.js';

/** A line of a list of licences that says nothing that could be licensed. */
export class LicenceUnreadable extends Error {
  override readonly name = 'LicenceUnreadable';

  constructor(
    readonly line: number,
    text: string,
  ) {
    super(
      `Line ${line} of the list of licences cannot be read: ${JSON.stringify(text.slice(0, 100))}. ` +
        'Write an address, a folder as https://example.com/folder/*, or a host as example.com.',
    );
  }
}

/** What a builder states to hold by contract: addresses, folders and all below, hosts and all below. */
export class Licences {
  readonly #expressions: ReadonlySet<string>;

  /** A line each; empty ones and those that begin with # say nothing. @throws LicenceUnreadable */
  constructor(lines: readonly string[]) {
    this.#expressions = new Set(
      lines.flatMap((line, index) => {
        const text = line.trim();
        return text === '' || text.startsWith('#') ? [] : [expressionOf(text, index + 1)];
      }),
    );
  }

  cover({ canonicalUrl: address }: Pick<CheckedItem, 'canonicalUrl'>): boolean {
    if (address === undefined) return false;
    return urlExpressions(address).some(
      ({ kind, expression, denyOnly }) => !denyOnly && this.#expressions.has(`${kind} ${expression}`),
    );
  }
}

function expressionOf(text: string, line: number): string {
  const isHost = !text.includes('/') && isDottedName(text);
  const isFolder = text.endsWith('/*');
  const address = canonicalUrl(isHost ? `https://${text}/` : isFolder ? text.slice(0, -1) : text);
  if (!address.ok) throw new LicenceUnreadable(line, text);
  if (isHost) return `domain ${address.url.slice(0, -1)}`;
  return `${isFolder ? 'path' : 'url'} ${address.url}`;
}
