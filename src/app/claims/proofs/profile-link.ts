import type { RegistrySettings } from '../../registry.js';

/** How every address that a profile may link to with `rel="me"` begins; the token of a claim follows. */
export function profileLinkStart({ publicUrl }: Pick<RegistrySettings, 'publicUrl'>): string {
  return `${publicUrl}/me/`;
}

/** The element for the head of a page. */
export function metaElement(token: string): string {
  return `<meta name="assent-verification" content="${token}">`;
}
