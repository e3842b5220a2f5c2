/**
 * Image proxies that carry the address of the original in their own path without a scheme, so that only knowing the
 * proxy tells an address from a folder that is named like a host. Part of the decision rules v1: a wrong guess would
 * deny a stranger's folder, so the list holds documented services only.
 */

const PHOTON_HOSTS: ReadonlySet<string> = new Set(['i0.wp.com', 'i1.wp.com', 'i2.wp.com', 'i3.wp.com']);
const STATICALLY_HOST = 'cdn.statically.io';
const STATICALLY_IMAGES = '/img/';
/** Every host in whose paths an address may stand without its scheme. */
export const PROXY_HOSTS: readonly string[] = [...PHOTON_HOSTS, STATICALLY_HOST];
const NOT_IN_A_SETTING = /[^a-z]/;

/**
 * The address behind a known proxy's path, with scheme, not yet canonical; undefined for every other host.
 * The proxy's own query (size, quality) says nothing about the original and is left out.
 */
export function proxiedAddress(host: string, path: string): string | undefined {
  if (PHOTON_HOSTS.has(host)) {
    return `http:/${path}`;
  }
  if (host !== STATICALLY_HOST || !path.startsWith(STATICALLY_IMAGES)) {
    return undefined;
  }
  const image = path.slice(STATICALLY_IMAGES.length);
  const slash = image.indexOf('/');
  return slash > 0 ? `http://${image.slice(0, slash)}/${withoutSettings(image.slice(slash + 1))}` : undefined;
}

/** `f=auto,w=300/a.jpg` is `a.jpg`. */
function withoutSettings(path: string): string {
  const slash = path.indexOf('/');
  const isSettings = slash !== -1 && path.slice(0, slash).split(',').every(isSetting);
  return isSettings ? path.slice(slash + 1) : path;
}

function isSetting(text: string): boolean {
  const equals = text.indexOf('=');
  return equals > 0 && !NOT_IN_A_SETTING.test(text.slice(0, equals));
}
