/**
 * Image proxies that carry the address of the original in their own path without a scheme, so that only knowing the
 * proxy tells an address from a folder that is named like a host. Part of the decision rules v1: a wrong guess would
 * deny a stranger's folder, so the list holds documented services only.
 */

const PHOTON = /^i[0-3]\.wp\.com$/;
const STATICALLY_HOST = 'cdn.statically.io';
const STATICALLY_IMAGE = /^\/img\/([^/]+)\/(.*)$/;
const SETTING = /^[a-z]+=/;

/**
 * The address behind a known proxy's path, with scheme, not yet canonical; undefined for every other host.
 * The proxy's own query (size, quality) says nothing about the original and is left out.
 */
export function proxiedAddress(host: string, path: string): string | undefined {
  if (PHOTON.test(host)) {
    return `http:/${path}`;
  }
  const image = host === STATICALLY_HOST ? STATICALLY_IMAGE.exec(path) : null;
  return image === null ? undefined : `http://${image[1] ?? ''}/${withoutSettings(image[2] ?? '')}`;
}

/** `f=auto,w=300/a.jpg` is `a.jpg`. */
function withoutSettings(path: string): string {
  const slash = path.indexOf('/');
  const isSettings =
    slash !== -1 &&
    path
      .slice(0, slash)
      .split(',')
      .every((one) => SETTING.test(one));
  return isSettings ? path.slice(slash + 1) : path;
}
