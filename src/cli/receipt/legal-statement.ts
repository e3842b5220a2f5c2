import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import type { Receipt } from '../../core/receipt/receipt.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { count } from '../count.js';
import { counted } from '../counted.js';
import { plainText } from '../plain-text.js';

/** What a run shows, and what it does not, for whoever has to answer for it (docs/for-legal.md), in Markdown. */
export function legalStatement(receipt: Receipt): string {
  const { counts, question, madeAt, summary } = receipt;
  const { DENIED, CONDITIONAL, ALLOWED, UNKNOWN } = counts.answers;
  const logs = receipt.sources.map(
    ({ origin, size, from }) =>
      `${plainText(origin)} (${counted(size, 'leaf', 'leaves')} of its log, as of ${from})`,
  );
  return `# Record of a check for reservations of rights

${summary}

This record states facts about one run. It is not legal advice and not an assessment.

## What was done

- On ${madeAt}, ${count(counts.rows)} rows in ${counted(receipt.files.length, 'file', 'files')} were compared with the reservations and answers recorded in ${logs.join(', ')}.
- Uses asked about: ${question.uses.join(', ')}. Demanded beyond the rules: ${JSON.stringify(question.policy)}.
- Answers: ${count(DENIED)} denied, ${count(CONDITIONAL)} only on terms, ${count(ALLOWED)} allowed, ${count(UNKNOWN)} not answered by anybody.
- ${count(counts.asked.byAddress)} rows were asked about by address, ${count(counts.asked.byContent)} by content, ${count(counts.asked.byNeither)} could be asked about by neither.
- Kept: ${count(counts.kept)} rows, of which ${count(counts.licensed)} are held by contract as the operator of the run states and ${count(counts.accepted ?? 0)} are on terms that the operator accepted. Dropped: ${count(counts.dropped)}.
- Receipt: SHA-256 ${receiptDigest(receipt, nodeSha256)}${receipt.signer === undefined ? ', not signed by the operator of the run' : `, signed with ${plainText(receipt.signer)}`}.

## What this shows

- Which files were compared, by their digests, with which state of a public record that cannot be changed without its being seen.
- That reservations recorded there by that time were identified. For Directive (EU) 2019/790 Art. 4(3) and Regulation (EU) 2024/1689
  Art. 53(1)(c) this is evidence of one measure to identify them: those expressed in this record.

## What this does not show

- That a row without an answer may be used. Nobody has answered for it, and that is not permission.
- That reservations expressed elsewhere (robots.txt, page and file metadata, terms of a site) were looked for.
- That works whose address or content is not in the record were recognised.
- Which data a model was trained on, or that the rows dropped here were not used from another copy.
- That the operator's statement of what is held by contract is true, or that what accepted terms ask for, such as a fee or a credit, was done.
`;
}
