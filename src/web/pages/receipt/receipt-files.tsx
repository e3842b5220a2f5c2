import type { Receipt } from '../../../core/receipt/receipt.js';
import { useLanguage } from '../../language/language-context.js';
import { AddressText } from '../../parts/foreign-text.js';
import { TableFrame } from '../../parts/table-frame.js';

/** Of thousands, nobody reads more here; the receipt itself has all. */
const SHOWN = 100;

/** The files that a receipt names, with the digests by which they can be told. */
export function ReceiptFiles({ files }: Pick<Receipt, 'files'>) {
  const { words, formats } = useLanguage();
  const text = words.receipt;
  return (
    <section className="section">
      <h2>{words.build.files(formats.amount(files.length))}</h2>
      <TableFrame label={text.files}>
        <thead>
          <tr>
            <th scope="col">{words.build.fileName}</th>
            <th scope="col" className="figure">
              {text.rows}
            </th>
            <th scope="col" className="figure">
              {text.kept}
            </th>
            <th scope="col">{text.digests}</th>
          </tr>
        </thead>
        <tbody>
          {files.slice(0, SHOWN).map((file, at) => (
            <tr key={at}>
              <th scope="row" className="receipt__name">
                <AddressText text={file.name} longest={200} />
              </th>
              <td className="figure">{formats.count(file.rows)}</td>
              <td className="figure">{formats.count(file.kept)}</td>
              <td className="receipt__digest">
                <Digest label={text.checkedFile} digest={file.input} />
                <Digest label={text.writtenFile} digest={file.output} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {files.length > SHOWN && <p className="note">{text.firstFiles(formats.count(SHOWN))}</p>}
    </section>
  );
}

function Digest({ label, digest }: { label: string; digest: string | undefined }) {
  if (digest === undefined) return null;
  return (
    <p>
      {label} <code>{digest}</code>
    </p>
  );
}
