import type { ReactNode } from 'react';
import { AddressText } from './foreign-text.js';

interface WebLinkProps {
  address: string;
  children?: ReactNode;
}

/**
 * A link to a page elsewhere whose address anybody may have written. Only http and https become links; everything else
 * (`javascript:`, `data:`, a caption in the URL column) is shown as text. The other site is not told where it came from.
 */
export function WebLink({ address, children }: WebLinkProps) {
  const href = webAddress(address);
  const text = children ?? <AddressText text={address} />;
  if (href === undefined) {
    return <>{text}</>;
  }
  return (
    <a href={href} rel="noopener noreferrer nofollow" referrerPolicy="no-referrer" target="_blank">
      {text}
    </a>
  );
}

function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
