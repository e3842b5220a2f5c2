import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Misplaced } from './sighting.js';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface PageMarks {
  readonly tokens: readonly string[];
  readonly misplaced: readonly Misplaced[];
}

export interface MarkRules {
  /** A link with any token after this start of an address counts, as `https://registry.example/me/`. */
  readonly linkStart: string;
  /** Whether links in the body count too, as on a profile; otherwise only what stands in the head. */
  readonly linksInBody: boolean;
}

/** Where visitors write, or where others are quoted. What stands there says nothing about who holds the page. */
const OTHER_PEOPLES: ReadonlySet<string> = new Set(['blockquote', 'q', 'dialog']);
const COMMENT_MARKS = /(?:^|[\s_-])(?:comments?|replies|reply|guestbook|reviews?)(?:$|[\s_-])/i;
const TOKEN = /^[\w-]{43}$/;

/**
 * The tokens on a page as HTML is parsed (HTML Standard §13.2), without running anything. A `meta` and a `link` count in the
 * head; a link in the body counts where the rules say so, with `rel="me"` and without `rel="ugc"`, outside of what visitors
 * write. Comments, scripts, templates, `noscript`, drawings and attributes of anything else are no part of what counts.
 */
export function pageMarks(text: string, rules: MarkRules): PageMarks {
  const root = children(parse(text, { scriptingEnabled: true })).find(isHtml('html'));
  const parts = root === undefined ? [] : children(root);
  const head = parts.filter(isHtml('head')).flatMap(children);
  const inHead = head.map((node) => markOf(node, rules)).filter((token) => token !== undefined);
  const body = parts.filter(isHtml('body')).flatMap((part) => marksWithin(part, rules, undefined));
  return {
    tokens: [...inHead, ...body.filter(({ problem }) => problem === undefined).map(({ token }) => token)],
    misplaced: body.filter((mark): mark is Misplaced => mark.problem !== undefined),
  };
}

interface Mark {
  readonly token: string;
  /** Why it does not count; undefined when it does. */
  readonly problem: string | undefined;
}

/** Depth first, without recursion: a page may be nested as deep as it is long. */
function marksWithin(start: Node, rules: MarkRules, startProblem: string | undefined): Mark[] {
  const marks: Mark[] = [];
  const waiting: { node: Node; problem: string | undefined; inArticle: boolean }[] = [
    { node: start, problem: startProblem, inArticle: false },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    if (!defaultTreeAdapter.isElementNode(node) || node.namespaceURI !== html.NS.HTML) continue;
    const isNested = node.tagName === 'article' && next.inArticle;
    const problem = next.problem ?? (isNested || isOthers(node) ? IN_A_COMMENT : undefined);
    const token = markOf(node, rules);
    if (token !== undefined) marks.push({ token, problem: problem ?? bodyProblem(node, rules) });
    const inArticle = next.inArticle || node.tagName === 'article';
    for (const child of children(node).toReversed()) waiting.push({ node: child, problem, inArticle });
  }
  return marks;
}

const IN_A_COMMENT = 'The mark stands in a comment or a quotation, where others can write.';

function bodyProblem(element: Element, rules: MarkRules): string | undefined {
  if (element.tagName !== 'a') return 'The mark stands in the body of the page, and counts only in its head.';
  if (!rules.linksInBody)
    return 'A link in the text of the first page of a site does not count, only one in its head.';
  return relOf(element).includes('ugc')
    ? 'The link is marked as written by a visitor (rel="ugc").'
    : undefined;
}

/** HTML Standard §4.3.4: an article within an article is a comment on it. */
function isOthers(element: Element): boolean {
  return (
    OTHER_PEOPLES.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    ['itemprop', 'role', 'class', 'id'].some((name) => COMMENT_MARKS.test(attribute(element, name) ?? ''))
  );
}

function markOf(node: Node, { linkStart }: MarkRules): string | undefined {
  if (!defaultTreeAdapter.isElementNode(node) || node.namespaceURI !== html.NS.HTML) return undefined;
  if (node.tagName === 'meta') {
    const isOurs = attribute(node, 'name')?.trim().toLowerCase() === 'assent-verification';
    return isOurs ? tokenIn(attribute(node, 'content')?.trim()) : undefined;
  }
  const isLink = node.tagName === 'a' || node.tagName === 'link';
  if (!isLink || !relOf(node).includes('me')) return undefined;
  const target = attribute(node, 'href')?.trim() ?? '';
  return target.startsWith(linkStart)
    ? tokenIn(target.slice(linkStart.length).replace(/\/$/, ''))
    : undefined;
}

function tokenIn(text: string | undefined): string | undefined {
  return text !== undefined && TOKEN.test(text) ? text : undefined;
}

function relOf(element: Element): string[] {
  return (attribute(element, 'rel') ?? '').toLowerCase().split(/[\t\n\f\r ]+/);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name && each.prefix === undefined)?.value;
}

/** The content of a template is a document of its own, and none of its children. */
function children(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function isHtml(tagName: string): (node: Node) => boolean {
  return (node) =>
    defaultTreeAdapter.isElementNode(node) && node.tagName === tagName && node.namespaceURI === html.NS.HTML;
}
