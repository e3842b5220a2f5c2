import { useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useLanguage, useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SelectField } from '../../parts/select-field.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { CAPACITIES } from '../say-no/capacities.js';
import { FilesChoice } from './files-choice.js';
import './many-works.css';
import { type Tally, useRegisterMany } from './use-register-many.js';

/** A folder or many files are registered as works at once. They are looked at on the device, and do not leave it. */
export function ManyWorksPage() {
  const words = useWords();
  return (
    <div className="page page--narrow">
      <PageTitle tab={words.manyWorks.title}>{words.manyWorks.title}</PageTitle>
      <SignedInOnly>{({ pseudonym }) => <ManyWorks account={pseudonym} />}</SignedInOnly>
    </div>
  );
}

function ManyWorks({ account }: { account: string }) {
  const { words, formats } = useLanguage();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [capacity, setCapacity] = useState<EnumValue<'Capacity'>>('AUTHOR');
  const register = useRegisterMany(account);
  return (
    <div className="stack stack--loose">
      <p className="lead">{words.manyWorks.means}</p>
      <Notice>
        <p className="notice__title">{words.manyWorks.staysTitle}</p>
        <p>{words.manyWorks.stays}</p>
      </Notice>
      <FilesChoice onFiles={setFiles} count={files.length} />
      {files.length > 0 && (
        <ActionForm
          action={register}
          label={words.manyWorks.registerThem(formats.amount(files.length))}
          look="filled"
          onSubmit={() => register.run(files, capacity)}
        >
          <SelectField
            label={words.sayNo.capacity}
            value={capacity}
            options={CAPACITIES.map((value) => ({ value, label: words.capacities[value] }))}
            onValue={setCapacity}
          />
        </ActionForm>
      )}
      {register.tally.all > 0 && (
        <Progress tally={register.tally} isBusy={register.isBusy} onStop={register.stop} />
      )}
      <p className="note">{words.works.public}</p>
    </div>
  );
}

function Progress({ tally, isBusy, onStop }: { tally: Tally; isBusy: boolean; onStop: () => void }) {
  const { words, formats } = useLanguage();
  const { all, registered, known, refused } = tally;
  const done = registered + known + refused.length;
  return (
    <section className="section stack">
      <progress className="many-works__progress" max={all} value={done} aria-label={words.manyWorks.title} />
      <p role="status">
        {words.manyWorks.tally(
          formats.count(done),
          formats.count(all),
          formats.count(registered),
          formats.count(known),
          formats.count(refused.length),
        )}
      </p>
      {isBusy && (
        <div className="row">
          <Button onClick={onStop}>{words.manyWorks.stop}</Button>
        </div>
      )}
      {!isBusy && done < all && <p>{words.manyWorks.goOn}</p>}
      {refused.length > 0 && (
        <ul className="stack stack--tight">
          {refused.slice(0, 50).map(({ name, why }, at) => (
            <li key={`${at} ${name}`}>
              <ForeignText text={name} longest={80} />{' '}
              <span className="note">{words.manyWorks.why[why]}</span>
            </li>
          ))}
        </ul>
      )}
      {!isBusy && done === all && (
        <div className="row">
          <ButtonLink look="no" to="/say-no?all">
            {words.manyWorks.answer}
          </ButtonLink>
          <ButtonLink to="/desk/works">{words.works.toWorks}</ButtonLink>
        </div>
      )}
    </section>
  );
}
