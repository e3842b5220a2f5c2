import { bytesToHex } from '@noble/hashes/utils.js';
import type { ReactNode } from 'react';
import { encodeBase64 } from '../../core/bytes/base64.js';
import { useWords } from '../language/language-context.js';
import { Disclosure } from '../parts/disclosure.js';
import './derivation.css';
import type { Proven } from './verification.js';
import type { Received } from './verify-statement.js';

interface DerivationProps {
  proven: Proven;
  received: Received;
}

/** Each hash from the leaf up to the signed root, so that a sceptic can do it again with other tools. */
export function Derivation({ proven, received: { statement } }: DerivationProps) {
  const words = useWords();
  const text = words.verification.steps;
  const { logKey, size, root, leafHash, steps, leaf } = proven;
  return (
    <Disclosure title={text.title}>
      <p className="note">{text.intro}</p>
      <ol className="derivation">
        {statement.opening !== null && (
          <Step title={text.opening}>
            <Code text={statement.opening.text} />
            <Code label={text.salt} text={statement.opening.salt} />
            <Code text={leaf.opening} />
          </Step>
        )}
        <Step title={text.leaf}>
          <Code text={statement.leaf} />
        </Step>
        <Step title={text.leafHash}>
          <Code text={bytesToHex(leafHash)} />
        </Step>
        {steps.map(({ side, sibling, hash }, at) => (
          <Step key={at} title={text.sibling[side]}>
            <Code text={bytesToHex(sibling)} />
            <Code label={text.node[side]} text={bytesToHex(hash)} />
          </Step>
        ))}
        <Step title={text.root}>
          <Code text={encodeBase64(root)} />
        </Step>
        <Step title={text.note}>
          <Code text={`${logKey.name}\n${size}\n${encodeBase64(root)}\n`} />
        </Step>
      </ol>
    </Disclosure>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <span className="derivation__title">{title}</span>
      {children}
    </li>
  );
}

function Code({ label, text }: { label?: string; text: string }) {
  return (
    <>
      {label !== undefined && <span className="derivation__title">{label}</span>}
      <code className="derivation__code" dir="ltr">
        {text}
      </code>
    </>
  );
}
