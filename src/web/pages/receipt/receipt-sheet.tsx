import { useLanguage } from '../../language/language-context.js';
import { Bars } from '../../parts/bars.js';
import { CopyText } from '../../parts/copy-text.js';
import { Facts } from '../../parts/facts.js';
import { AddressText } from '../../parts/foreign-text.js';
import { enumOf } from '../../server/enum-words.js';
import './receipt.css';
import { ReceiptFiles } from './receipt-files.js';
import type { ReadReceipt } from './receipt-verdict.js';

const ANSWERS = ['ALLOWED', 'CONDITIONAL', 'DENIED', 'UNKNOWN'] as const;

/** What a receipt says, and what of it nobody has looked at here. */
export function ReceiptSheet({ opened, name }: { opened: ReadReceipt; name: string }) {
  const { words, formats } = useLanguage();
  const text = words.receipt;
  const { counts, question, files } = opened.receipt;
  const bars = ANSWERS.map((answer) => ({
    key: answer,
    label: words.decisions[answer],
    count: String(counts.answers[answer]),
  }));
  return (
    <>
      <section className="section">
        <h2>{text.says}</h2>
        <p className="reading">{text.limits}</p>
        <div className="reading">
          <Bars title={text.answers(formats.amount(counts.rows))} bars={bars} />
        </div>
        <p>{words.notPermission}</p>
        <Facts
          facts={[
            [text.uses, question.uses.map((use) => words.uses[enumOf(use)].name).join(', ')],
            [text.keep, text.keeps[question.keep]],
            [text.kept, formats.count(counts.kept)],
            [text.dropped, formats.count(counts.dropped)],
            [text.licensed, counts.licensed === 0 ? null : formats.count(counts.licensed)],
            [text.accepted, counts.accepted === undefined ? null : formats.count(counts.accepted)],
            [text.named, counts.named === undefined ? null : formats.count(counts.named)],
            [text.madeAt, formats.moment(opened.receipt.madeAt)],
            [text.signer, <Signer key="signer" opened={opened} />],
            [text.parts, opened.receipt.parts ? formats.count(opened.receipt.parts.length) : null],
            ['SHA-256', <AddressText key="digest" text={opened.digest} />],
          ]}
        />
      </section>
      <Sources opened={opened} />
      <ReceiptFiles files={files} />
      <section className="section">
        <h2>{text.notVerified}</h2>
        <ul className="reading receipt__open">
          {text.open.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="reading">{text.byCommand}</p>
        <CopyText label={words.build.examples.receipt} text={commandFor(name, opened)} />
      </section>
    </>
  );
}

function Signer({ opened: { receipt, isSigned } }: { opened: ReadReceipt }) {
  const { words } = useLanguage();
  if (receipt.signer === undefined) return <>{words.receipt.notSigned}</>;
  return (
    <>
      <AddressText text={receipt.signer} />
      {isSigned === false && ` · ${words.receipt.notItsSigner}`}
    </>
  );
}

function Sources({ opened: { sources } }: { opened: ReadReceipt }) {
  const { words, formats } = useLanguage();
  const text = words.receipt;
  return (
    <section className="section">
      <h2>{text.sources}</h2>
      {sources.map(([source, check]) => (
        <Facts
          key={source.origin}
          facts={[
            [words.build.log, <AddressText key="origin" text={source.origin} />],
            [words.build.leaves, formats.count(source.size)],
            [
              text.asOf,
              source.from === source.to
                ? formats.moment(source.to)
                : `${formats.moment(source.from)} – ${formats.moment(source.to)}`,
            ],
            [text.checked, text.checks[check.kind]],
          ]}
        />
      ))}
    </section>
  );
}

/** A name that a shell would read otherwise is left for the reader to type. */
function commandFor(name: string, { receipt }: ReadReceipt): string {
  const plain = (text: string | undefined, otherwise: string): string =>
    text !== undefined && /^[A-Za-z0-9_][\w./-]*$/.test(text) ? text : otherwise;
  const [file] = receipt.files;
  return `npx assent receipt verify ${plain(name, 'receipt.json')} --key "$KEY" --file ${plain(file?.name, 'rows.parquet')}`;
}
