/**
 * The pictures that a sitemap names (sitemaps.org 0.9, with Google's image extension 1.1): every `image:loc`, or where there is none
 * every `loc` that ends like a picture. Each once, in order.
 */
export function sitemapImages(xml: string): string[] {
  const images = textsOf(xml, 'image:loc');
  const found = images.length > 0 ? images : textsOf(xml, 'loc').filter((url) => PICTURE.test(url));
  return [...new Set(found)];
}

/**
 * The sitemaps that an index of sitemaps names, each once, in order; undefined of a sitemap that is none. Sites with many pages have
 * an index, since one sitemap holds 50,000 addresses at most.
 */
export function sitemapsOfIndex(xml: string): string[] | undefined {
  return /<sitemapindex[\s>]/.test(xml) ? [...new Set(textsOf(xml, 'loc'))] : undefined;
}

const PICTURE = /\.(?:jpe?g|png|webp|gif|avif)(?:\?[^#]*)?$/i;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  const [open, close] = [`<${name}>`, `</${name}>`];
  for (let at = xml.indexOf(open); at !== -1; at = xml.indexOf(open, at)) {
    const from = at + open.length;
    const end = xml.indexOf(close, from);
    if (end === -1) break;
    texts.push(plain(xml.slice(from, end)));
    at = end;
  }
  return texts.filter((text) => text !== '');
}

function plain(text: string): string {
  const inside = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(text)?.[1];
  return (
    inside?.trim() ?? text.trim().replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? '')
  );
}
