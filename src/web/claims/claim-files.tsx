import { useState } from 'react';
import { graphql, type ResultOf } from '../../client/graphql.js';
import { useLanguage } from '../language/language-context.js';
import { Button } from '../parts/button.js';
import { FileChoice } from '../parts/file-choice.js';
import { ProblemNote } from '../parts/problem-note.js';
import type { Problem } from '../server/problem.js';
import { useAction } from '../server/use-action.js';
import { useQuestion } from '../server/use-question.js';
import './claim-files.css';
import { sendClaimFile } from './send-claim-file.js';

const ClaimFilesQuery = graphql(`
  query ClaimFiles($id: ID!) {
    claim(id: $id) {
      id
      files {
        id
        kind
        contentType
        bytes
        addedAt
      }
    }
  }
`);

const RemoveFile = graphql(`
  mutation RemoveFile($input: RemoveFileInput!) {
    removeFile(input: $input) {
      __typename
      ... on ClaimPayload {
        claim {
          id
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

type KeptFile = NonNullable<ResultOf<typeof ClaimFilesQuery>['claim']>['files'][number];

interface ClaimFilesProps {
  claimId: string;
  /** What can be left here; absent where nothing can, as for moderators. */
  takes?: KeptFile['kind'];
}

/** Files that a claimant left with a claim. A picture is loaded only once somebody asks for it. */
export function ClaimFiles({ claimId, takes }: ClaimFilesProps) {
  const { words } = useLanguage();
  const [{ data }, ask] = useQuestion({
    query: ClaimFilesQuery,
    variables: { id: claimId },
    requestPolicy: 'cache-and-network',
  });
  const [problem, setProblem] = useState<Problem>();
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  const files = data?.claim?.files ?? [];
  const send = async (file: File): Promise<void> => {
    setProblem(takes && (await sendClaimFile(claimId, takes, file)));
    again();
  };
  const isFull = takes === 'ORIGINAL' && files.length > 0;
  if (takes === undefined && files.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <h3>{takes === undefined ? words.claimFiles.left : words.claimFiles.titles[takes]}</h3>
      {takes !== undefined && <p className="soft">{words.claimFiles.means[takes]}</p>}
      <ul className="claim-files">
        {files.map((file) => (
          <FileLine key={file.id} file={file} isMine={takes !== undefined} onChanged={again} />
        ))}
      </ul>
      <ProblemNote problem={problem} />
      {takes !== undefined && !isFull && (
        <FileChoice
          accept={takes === 'SCREENSHOT' ? 'image/png,image/jpeg,image/webp' : ''}
          label={words.claimFiles.choose[takes]}
          hint={words.claimFiles.hints[takes]}
          onFile={(file) => void send(file)}
        />
      )}
    </section>
  );
}

interface FileLineProps {
  file: KeptFile;
  isMine: boolean;
  onChanged: () => void;
}

function FileLine({ file, isMine, onChanged }: FileLineProps) {
  const { words, formats } = useLanguage();
  const [isShown, setShown] = useState(false);
  const remove = useAction(RemoveFile, (data) => data.removeFile);
  const address = `/claims/files/${encodeURIComponent(file.id)}`;
  const confirm = async (): Promise<void> => {
    if ((await remove.run({ input: { id: file.id } })) !== undefined) onChanged();
  };
  return (
    <li className="stack stack--tight">
      <p className="note">
        {words.claimFiles.kinds[file.kind]} · {formats.bytes(file.bytes)} · {formats.moment(file.addedAt)}
      </p>
      {isShown && (
        <img className="claim-files__picture" src={address} alt={words.claimFiles.kinds[file.kind]} />
      )}
      <ProblemNote problem={remove.problem} />
      <div className="row">
        {file.kind === 'SCREENSHOT' ? (
          <Button
            look="plain"
            onClick={() => {
              setShown(!isShown);
            }}
          >
            {isShown ? words.claimFiles.hide : words.claimFiles.show}
          </Button>
        ) : (
          <a href={address} download>
            {words.claimFiles.download}
          </a>
        )}
        {isMine && (
          <Button look="plain" isBusy={remove.isBusy} onClick={() => void confirm()}>
            {words.claimFiles.remove}
          </Button>
        )}
      </div>
    </li>
  );
}
