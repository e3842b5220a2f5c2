import { useCallback, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { sendClaimFile } from '../../claims/send-claim-file.js';
import { ActionForm } from '../../parts/action-form.js';
import { CheckField } from '../../parts/check-field.js';
import { FileChoice } from '../../parts/file-choice.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PageTitle } from '../../parts/page-title.js';
import { SelectField } from '../../parts/select-field.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { TextField } from '../../parts/text-field.js';
import type { Problem } from '../../server/problem.js';
import { useAction } from '../../server/use-action.js';
import { WORK_FILE_TYPES } from '../../works/work-file-types.js';
import { CAPACITIES } from '../say-no/capacities.js';
import { RegisterWorkAt, RegisterWorks } from './operations.js';
import { mediumOf, sendFile, titleOf } from './send-file.js';
import './works.css';

/** A work is registered by its file, by its address, or by the entry of the catalogue that leads to it (`?entry=`). */
export function NewWorkPage() {
  const words = useWords();
  return (
    <div className="page page--narrow">
      <PageTitle tab={words.works.register}>{words.works.register}</PageTitle>
      <SignedInOnly>{() => <NewWork />}</SignedInOnly>
    </div>
  );
}

function NewWork() {
  const words = useWords();
  const [params] = useSearchParams();
  const entry = params.get('entry');
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [keeps, setKeeps] = useState(false);
  const [capacity, setCapacity] = useState<EnumValue<'Capacity'>>('AUTHOR');
  const register = useRegister();
  const take = useCallback((chosen: File) => {
    setFile(chosen);
    setTitle(titleOf(chosen));
  }, []);
  return (
    <div className="stack stack--loose">
      <p className="lead">{words.works.registerMeans}</p>
      {entry === null && (
        <FileChoice
          accept={WORK_FILE_TYPES}
          label={words.works.choose}
          hint={words.works.fileHint}
          onFile={take}
        >
          <p>{words.pictureSearch.dropOrPaste}</p>
          {file !== undefined && (
            <p role="status">
              {words.works.chosen}: <ForeignText text={file.name} longest={80} />
            </p>
          )}
        </FileChoice>
      )}
      {entry !== null && <p>{words.works.byEntry}</p>}
      <ActionForm
        action={register}
        label={words.works.registerIt}
        look="filled"
        onSubmit={() => register.run({ entry, file, url: url.trim(), title: title.trim(), capacity, keeps })}
      >
        {entry === null && file === undefined && (
          <TextField
            label={words.works.address}
            type="url"
            inputMode="url"
            value={url}
            required
            onValue={setUrl}
          />
        )}
        <TextField
          label={words.works.workTitle}
          hint={words.works.workTitleHint}
          value={title}
          onValue={setTitle}
        />
        <SelectField
          label={words.sayNo.capacity}
          value={capacity}
          options={CAPACITIES.map((value) => ({ value, label: words.capacities[value] }))}
          onValue={setCapacity}
        />
        {entry === null && file !== undefined && (
          <CheckField
            label={words.claimFiles.keepToo}
            hint={words.claimFiles.means.ORIGINAL}
            isChecked={keeps}
            onChecked={setKeeps}
          />
        )}
      </ActionForm>
      <p className="note">{words.works.public}</p>
    </div>
  );
}

interface Given {
  readonly entry: string | null;
  readonly file: File | undefined;
  readonly url: string;
  readonly title: string;
  readonly capacity: EnumValue<'Capacity'>;
  /** Whether the file itself is to be kept, too. */
  readonly keeps: boolean;
}

/** Registers what is given, and goes to the work. */
function useRegister() {
  const navigate = useNavigate();
  const byPrints = useAction(RegisterWorks, (data) => data.registerWorks);
  const byAddress = useAction(RegisterWorkAt, (data) => data.registerWorkAt);
  const [isSending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<Problem>();

  const runFile = async ({ file, title, capacity, keeps }: Given & { readonly file: File }) => {
    setSending(true);
    setUnsent(undefined);
    const sent = await sendFile(file, mediumOf(file));
    setSending(false);
    if (!('prints' in sent)) {
      setUnsent(sent);
      return undefined;
    }
    const done = await byPrints.run({ input: { capacity, works: [{ prints: sent.prints, title }] } });
    const claim = done?.works[0]?.work.claim.id;
    if (!keeps || claim === undefined) return done;
    // What is registered stays so; pressed again, only the file is sent.
    const unkept = await sendClaimFile(claim, 'ORIGINAL', file);
    setUnsent(unkept);
    return unkept === undefined ? done : undefined;
  };
  return {
    isBusy: isSending || byPrints.isBusy || byAddress.isBusy,
    problem: unsent ?? byPrints.problem ?? byAddress.problem,
    run: async (given: Given): Promise<void> => {
      const { entry, file, url, title, capacity } = given;
      const where = entry === null ? { url } : { entry };
      const done =
        file === undefined || entry !== null
          ? await byAddress.run({ input: { ...where, title, capacity } })
          : await runFile({ ...given, file });
      const id = done?.works[0]?.work.id;
      if (id !== undefined) {
        await navigate(`/desk/works/${id}`);
      }
    },
  };
}
