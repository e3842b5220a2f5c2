import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import type { Receipt } from '../../core/receipt/receipt.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { count } from '../count.js';
import { counted } from '../counted.js';
import { plainText } from '../plain-text.js';

/** A section for the card of a dataset (README.md on Hugging Face and elsewhere), in Markdown. */
export function datasetCard(receipt: Receipt): string {
  const { counts, question, summary, limits } = receipt;
  const { DENIED, CONDITIONAL, ALLOWED, UNKNOWN } = counts.answers;
  return `## Consent of authors and rightsholders

${summary}

Every row was asked about in ${receipt.sources.map(({ origin }) => `\`${plainText(origin)}\``).join(', ')} for ${question.uses.join(', ')}.

| answer | rows |
| --- | ---: |
| denied | ${count(DENIED)} |
| only on terms | ${count(CONDITIONAL)} |
| allowed | ${count(ALLOWED)} |
| nobody has answered: not permission | ${count(UNKNOWN)} |
| **all** | **${count(counts.rows)}** |

${kept(receipt)}

${receipt.sources.map(basis).join('\n')}
- Rules of decisions version ${receipt.rules.decision}, of addresses version ${receipt.rules.canonicalUrl}.
- Receipt: SHA-256 \`${receiptDigest(receipt, nodeSha256)}\`${receipt.signer === undefined ? ', not signed' : `, signed by \`${plainText(receipt.signer)}\``}. ${limits}
`;
}

function kept({ counts, question }: Receipt): string {
  const which =
    question.keep === 'allowed'
      ? 'Only rows with a yes were kept'
      : 'Rows that nobody has answered for were kept, which is not permission';
  const held =
    counts.licensed === 0
      ? ''
      : ` ${count(counts.licensed)} of the kept rows are held by contract, as the publisher of this dataset states.`;
  const accepted =
    counts.accepted === undefined
      ? ''
      : ` ${count(counts.accepted)} of the kept rows are on terms that the publisher of this dataset accepted.`;
  return `${which}: ${count(counts.kept)} kept, ${count(counts.dropped)} dropped.${held}${accepted}`;
}

function basis({ origin, size, from, to }: Receipt['sources'][number]): string {
  return `- Answers of \`${plainText(origin)}\` as of ${from === to ? from : `${from} to ${to}`}, ${counted(size, 'leaf', 'leaves')} of its log.`;
}
