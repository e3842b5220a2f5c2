import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { FileChoice } from '../../parts/file-choice.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useOwnKeys } from '../../verification/own-keys.js';
import { OwnKeysForm } from '../../verification/own-keys-form.js';
import { useQuestion } from '../../server/use-question.js';
import { LogKeysQuery } from './operations.js';
import { ReceiptSheet } from './receipt-sheet.js';
import { ReceiptVerdict } from './receipt-verdict.js';
import { type Opening, useOpenedReceipt } from './use-opened-receipt.js';

/** Opens a receipt on the device: what it says, what this browser could check of it, and what it could not. */
export function ReceiptPage() {
  const words = useWords();
  const [file, setFile] = useState<File>();
  const [{ data }] = useQuestion({ query: LogKeysQuery });
  const ownKeys = useOwnKeys();
  const hasOwnKeys = ownKeys.keys.length > 0;
  const opening = useOpenedReceipt(file, hasOwnKeys ? ownKeys.keys : (data?.log.verifierKeys ?? []));
  return (
    <div className="page stack stack--loose">
      <PageTitle tab={words.receipt.title} over={<Link to="/build">{words.build.title}</Link>}>
        {words.receipt.title}
      </PageTitle>
      <div className="stack reading">
        <p className="lead">{words.receipt.lead}</p>
        <FileChoice
          accept=".json,application/json"
          label={words.receipt.choose}
          hint={words.receipt.chooseHint}
          onFile={setFile}
        />
        <OwnKeysForm ownKeys={ownKeys} />
      </div>
      <div aria-live="polite">
        <Opened opening={opening} name={file?.name ?? ''} keySource={hasOwnKeys ? 'own' : 'published'} />
      </div>
    </div>
  );
}

interface OpenedProps {
  opening: Opening;
  name: string;
  keySource: 'own' | 'published';
}

function Opened({ opening, name, keySource }: OpenedProps) {
  const words = useWords();
  switch (opening.kind) {
    case 'none':
      return null;
    case 'reading':
      return <SkeletonLines lines={5} />;
    case 'read':
      return (
        <>
          <ReceiptVerdict opened={opening} keySource={keySource} />
          <ReceiptSheet opened={opening} name={name} />
        </>
      );
    default:
      return (
        <Notice tone="bad">
          <p className="notice__title">{words.receipt.problems[opening.kind]}</p>
          {opening.kind === 'unreadable' && <p lang="en">{opening.detail}</p>}
        </Notice>
      );
  }
}
