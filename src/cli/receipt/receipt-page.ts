import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import type { Receipt } from '../../core/receipt/receipt.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { count } from '../count.js';
import { escapeHtml } from './escape-html.js';

/** Files in the table; a receipt of more names them all in itself. */
const FILES_SHOWN = 500;

// Paper and ink as in docs/design-system.md; the fonts are the reader's own, and nothing is asked of anybody.
const STYLE = `
:root { color-scheme: light; --ink: #1d1a16; --soft: #5a544b; --rule: #c9c1b3; --paper: #fbf8f2; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 Georgia, serif; }
h1 { font-size: 1.5rem; border-top: 3px solid var(--ink); padding-top: .75rem; }
h2 { font-size: 1.05rem; margin-top: 2rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
.lead { font-size: 1.2rem; }
.note, footer { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font: .9rem/1.4 system-ui, sans-serif; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--rule); }
td { overflow-wrap: anywhere; }
td.number { text-align: right; white-space: nowrap; }
pre, code { font: .8rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
@media print { body { margin: 0; background: none; } tr, pre { break-inside: avoid; } }
`;

/** A receipt as a page to print: one file, which fetches nothing and runs nothing. */
export function receiptPage(receipt: Receipt): string {
  const { summary, limits, madeAt, question } = receipt;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Receipt of a check, ${escapeHtml(madeAt)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Receipt of a check</h1>
<p class="lead">${escapeHtml(summary)}</p>
<p class="note">${escapeHtml(limits)}</p>
${facts([
  ['Made', madeAt],
  ['Asked about', question.uses.join(', ')],
  [
    'Rows kept',
    question.keep === 'allowed'
      ? 'only those with a yes'
      : 'all but those with a no, or a no unless terms are met',
  ],
  ['Policy', JSON.stringify(question.policy)],
  ['Rules', `decisions ${receipt.rules.decision}, addresses ${receipt.rules.canonicalUrl}`],
  ['Builder', receipt.signer ?? 'nobody signed it; whoever has the files can make it again and compare'],
  ['SHA-256 of the receipt', receiptDigest(receipt, nodeSha256)],
])}
<h2>Answers</h2>
${answers(receipt)}
<h2>What the answers rest on</h2>
${receipt.sources.map(source).join('\n')}
<h2>Files</h2>
${files(receipt)}
<footer><p>This page is a copy for reading. What is verified is the receipt itself: assent receipt verify FILE --key KEY</p></footer>
</body>
</html>
`;
}

function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  const lines = rows.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}

function answers({ counts }: Receipt): string {
  const { DENIED, CONDITIONAL, ALLOWED, UNKNOWN } = counts.answers;
  const rows: readonly (readonly [name: string, value: number])[] = [
    ['Rows', counts.rows],
    ['Denied', DENIED],
    ['Only on terms', CONDITIONAL],
    ['Allowed', ALLOWED],
    ['Nobody has answered: not permission', UNKNOWN],
    ['Kept', counts.kept],
    ['Of these, held by contract as the builder states', counts.licensed],
    ['Of these, on terms that the builder accepted', counts.accepted ?? 0],
    ['Dropped', counts.dropped],
    ['Asked by address', counts.asked.byAddress],
    ['Asked by content', counts.asked.byContent],
  ];
  return facts(rows.map(([name, value]) => [name, count(value)]));
}

function source({ origin, size, root, from, to, checkpoint, manifest }: Receipt['sources'][number]): string {
  return `${facts([
    ['Log', origin],
    ['Leaves', count(size)],
    ['Root', root],
    ['As of', from === to ? from : `${from} to ${to}`],
    ...(manifest === undefined ? [] : [['SHA-256 of the snapshot’s manifest', manifest] as const]),
  ])}
<p>The checkpoint, as the log signed it:</p>
<pre>${escapeHtml(checkpoint)}</pre>`;
}

function files({ files: all }: Receipt): string {
  const rows = all
    .slice(0, FILES_SHOWN)
    .map(
      ({ name, rows: total, kept, input, output }) =>
        `<tr><td>${escapeHtml(name)}</td><td class="number">${count(total)}</td><td class="number">${count(kept)}</td>` +
        `<td><code>${input}</code><br><code>${output ?? 'nothing was written'}</code></td></tr>`,
    );
  const more =
    all.length > FILES_SHOWN
      ? `<p>And ${count(all.length - FILES_SHOWN)} more, which the receipt names.</p>`
      : '';
  return `<table><tr><th>File</th><th>Rows</th><th>Kept</th><th>SHA-256 of what was checked, and of what was kept</th></tr>${rows.join('')}</table>${more}`;
}
