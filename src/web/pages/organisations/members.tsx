import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PagedList } from '../../parts/paged-list.js';
import { ProblemNote } from '../../parts/problem-note.js';
import '../../parts/ruled-list.css';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import './members.css';
import { type ListedMemberData, OrganisationMembers, RemoveMember } from './member-operations.js';

interface MembersProps {
  /** Id of the organisation. */
  id: string;
  mayRemove: boolean;
  onRemoved: () => void;
}

/** Everybody for whom the organisation speaks or spoke, the newest first. */
export function Members({ id, mayRemove, onRemoved }: MembersProps) {
  const { words } = useLanguage();
  const [typed, setTyped] = useState('');
  const [holds, setHolds] = useState('');
  return (
    <div className="stack">
      <h2>{words.organisations.members}</h2>
      <form
        role="search"
        className="member-search"
        onSubmit={(event) => {
          event.preventDefault();
          setHolds(typed.trim());
        }}
      >
        <TextField
          label={words.organisations.findMember}
          hint={words.organisations.findMemberHint}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onValue={setTyped}
        />
        <Button type="submit">{words.organisations.find}</Button>
      </form>
      <div className="ruled-list">
        <PagedList
          key={holds}
          query={OrganisationMembers}
          variables={{ holds }}
          pick={(data) => data.viewer?.organisations.find((one) => one.organisation.id === id)?.members}
          empty={
            <p className="ruled-list__item soft">
              {holds === '' ? words.organisations.noMembers : words.organisations.noneFound}
            </p>
          }
        >
          {(member) => (
            <MemberLine key={member.id} id={id} member={member} mayRemove={mayRemove} onRemoved={onRemoved} />
          )}
        </PagedList>
      </div>
    </div>
  );
}

function MemberLine({ id, member, mayRemove, onRemoved }: MembersProps & { member: ListedMemberData }) {
  const { words, formats } = useLanguage();
  const remove = useAction(RemoveMember, (data) => data.removeMember);
  const [isAsking, setAsking] = useState(false);
  const { reference, name, email, toldAt, leftAt } = member;
  const close = (): void => {
    setAsking(false);
  };
  const end = async (): Promise<void> => {
    if ((await remove.run({ input: { organisation: id, member: member.id } })) === undefined) return;
    close();
    onRemoved();
  };
  return (
    <article className="ruled-list__item">
      <div className="stack stack--tight">
        <p>
          <strong>
            <ForeignText text={reference} longest={100} />
          </strong>
          {name !== null && (
            <>
              {' · '}
              <ForeignText text={name} longest={120} />
            </>
          )}
        </p>
        {email !== null && (
          <p className="note">
            <ForeignText text={email} longest={120} />
          </p>
        )}
        <p className="note">
          {leftAt === null
            ? toldAt === null
              ? words.organisations.notTold
              : words.organisations.told(formats.day(toldAt))
            : words.organisations.endedOn(formats.day(leftAt))}
        </p>
      </div>
      {mayRemove && leftAt === null && (
        <Button
          look="plain"
          onClick={() => {
            setAsking(true);
          }}
        >
          {words.organisations.removeMember}
          <span className="hidden-label">: {reference}</span>
        </Button>
      )}
      <Dialog isOpen={isAsking} title={words.organisations.removeMember} onClose={close}>
        <p>
          <strong>
            <ForeignText text={reference} longest={100} />
          </strong>
          . {words.organisations.removeMeans}
        </p>
        <ProblemNote problem={remove.problem} />
        <div className="row">
          <Button onClick={close}>{words.organisations.keepMember}</Button>
          <Button look="no" isBusy={remove.isBusy} onClick={() => void end()}>
            {words.organisations.removeMember}
          </Button>
        </div>
      </Dialog>
    </article>
  );
}
