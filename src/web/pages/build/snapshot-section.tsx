import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CopyText } from '../../parts/copy-text.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Facts } from '../../parts/facts.js';
import { Notice } from '../../parts/notice.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { TableFrame } from '../../parts/table-frame.js';
import type { NewestSnapshot } from '../../verification/open-newest-snapshot.js';
import type { Newest } from './use-newest-snapshot.js';

/** All answers to take along: what there is, whose key it bears, and how to fetch it. */
export function SnapshotSection({
  newest,
  pull,
  onAgain,
}: {
  newest: Newest;
  pull: string;
  onAgain: () => void;
}) {
  const { words } = useLanguage();
  return (
    <section className="section">
      <h2>{words.build.snapshot}</h2>
      <p className="soft reading">{words.build.snapshotWhy}</p>
      {newest.kind === 'asking' && <SkeletonLines lines={5} />}
      {newest.kind === 'shown' && <Shown snapshot={newest.snapshot} pull={pull} />}
      {newest.kind !== 'asking' && newest.kind !== 'shown' && (
        <Notice tone={newest.kind === 'none' ? 'plain' : 'bad'}>
          <p>{words.build.snapshotProblems[newest.kind]}</p>
          <Button onClick={onAgain}>{words.problems.retry}</Button>
        </Notice>
      )}
    </section>
  );
}

function Shown({ snapshot: { manifest, newestAt }, pull }: { snapshot: NewestSnapshot; pull: string }) {
  const { words, formats } = useLanguage();
  const text = words.build;
  const files = [...manifest.files, ...manifest.deltas];
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <>
      <Facts
        facts={[
          [text.log, <bdi key="log">{manifest.origin}</bdi>],
          [text.leaves, formats.count(manifest.size)],
          [text.loggedAt, formats.moment(manifest.loggedAt)],
          [text.newestAt, formats.moment(newestAt)],
          [text.places, formats.count(manifest.counts.keys)],
          [text.bytes, formats.count(bytes)],
          [text.licence, manifest.licence],
        ]}
      />
      <p className="note">{text.wholeNotWhose}</p>
      {manifest.keys.map((key) => (
        <CopyText key={key} label={text.key} text={key} />
      ))}
      <CopyText label={text.examples.pull} text={pull} />
      <Disclosure title={text.files(formats.amount(files.length))}>
        <TableFrame label={text.fileList}>
          <thead>
            <tr>
              <th scope="col">{text.fileName}</th>
              <th scope="col" className="figure">
                {text.bytes}
              </th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.name}>
                <th scope="row">
                  <a href={`/v1/snapshots/${manifest.size}/${file.name}`} download>
                    {file.name}
                  </a>
                </th>
                <td className="figure">{formats.count(file.bytes)}</td>
                <td className="build__digest">
                  <code>{file.sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
        <p className="row note">
          <a href="/v1/snapshots/latest.json">latest.json</a>
          <a href={`/v1/snapshots/${manifest.size}/manifest`}>manifest</a>
        </p>
      </Disclosure>
    </>
  );
}
