import type { EnumValue } from '../../../client/graphql.js';
import { hasUserInfo } from '../../../core/url/has-user-info.js';
import { parseSubject, type SubjectRefusal } from '../../../core/url/parse-subject.js';

type PlaceKind = EnumValue<'PlaceKind'>;

export const PLACE_KINDS = ['URL', 'PATH', 'DOMAIN'] as const satisfies readonly PlaceKind[];

/** A place that an answer can be about, in the form in which the registry will keep it. */
export interface Place {
  readonly kind: PlaceKind;
  readonly expression: string;
}

/** `has-user-info`: a name or a password before the host, which everybody would read. */
export type PlaceRefusal = SubjectRefusal | 'has-user-info';

export type Places =
  | { readonly ok: true; readonly places: readonly Place[]; readonly likely: PlaceKind }
  | { readonly ok: false; readonly reason: PlaceRefusal };

/**
 * The places that an address lies in: the address itself, its folder, its whole site. Read by the same rules as the
 * server's, so that what is offered is what is kept.
 */
export function placesOf(typed: string): Places {
  const address = parseSubject('url', typed);
  if (!address.ok) {
    return address;
  }
  if (hasUserInfo(typed)) {
    return { ok: false, reason: 'has-user-info' };
  }
  const places = [place('URL', address.expression), folderOf(address.expression), siteOf(address.expression)];
  return {
    ok: true,
    places: places.filter((found) => found !== undefined),
    likely: parseSubject('domain', typed).ok ? 'DOMAIN' : 'URL',
  };
}

function place(kind: PlaceKind, expression: string): Place {
  return { kind, expression };
}

/** None for the root, which the whole site covers. */
function folderOf(expression: string): Place | undefined {
  const address = expression.split('?', 1)[0] ?? expression;
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const isRoot = folder.indexOf('/') === folder.length - 1;
  const parsed = parseSubject('path', folder);
  return parsed.ok && !isRoot ? place('PATH', parsed.expression) : undefined;
}

/** `www.` is how a site spells its front door; who means the site means all of it. */
function siteOf(expression: string): Place | undefined {
  const host = expression.slice(0, expression.indexOf('/')).replace(/:\d+$/, '');
  const withoutFrontDoor = /^www\.[^.]+\./.test(host) ? host.slice('www.'.length) : host;
  const parsed = parseSubject('domain', withoutFrontDoor);
  return parsed.ok ? place('DOMAIN', parsed.expression) : undefined;
}
