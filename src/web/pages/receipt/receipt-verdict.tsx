import { useWords } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import type { OpenedReceipt } from '../../verification/open-receipt.js';

export type ReadReceipt = Extract<OpenedReceipt, { kind: 'read' }>;

interface ReceiptVerdictProps {
  opened: ReadReceipt;
  keySource: 'own' | 'published';
}

/** How far the receipt holds. One log that is not shown leaves all of it unshown. */
export function ReceiptVerdict({ opened: { sources, isSigned }, keySource }: ReceiptVerdictProps) {
  const words = useWords();
  const broken = sources.flatMap(([, check]) => (check.kind === 'broken' ? [check.detail] : []));
  if (broken.length > 0 || isSigned === false) {
    return (
      <Notice tone="bad">
        <p className="notice__title">{words.receipt.broken}</p>
        {isSigned === false && <p>{words.receipt.notItsSigner}</p>}
        {broken.map((detail) => (
          <p key={detail} lang="en">
            <ForeignText text={detail} />
          </p>
        ))}
      </Notice>
    );
  }
  if (sources.some(([, { kind }]) => kind !== 'signed')) {
    return (
      <Notice tone="care">
        <p className="notice__title">{words.receipt.noKey}</p>
        <p>{words.receipt.noKeyMeans}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good">
      <p className="notice__title">{words.receipt.signed}</p>
      <p>{words.receipt.signedMeans[keySource]}</p>
    </Notice>
  );
}
