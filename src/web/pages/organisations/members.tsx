import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PagedList } from '../../parts/paged-list.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
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
  return (
    <div className="stack">
      <h3>{words.organisations.members}</h3>
      <PagedList
        query={OrganisationMembers}
        pick={(data) => data.viewer?.organisations.find((one) => one.organisation.id === id)?.members}
        empty={<p className="soft">{words.organisations.noMembers}</p>}
      >
        {(member) => (
          <MemberLine key={member.id} id={id} member={member} mayRemove={mayRemove} onRemoved={onRemoved} />
        )}
      </PagedList>
    </div>
  );
}

function MemberLine({ id, member, mayRemove, onRemoved }: MembersProps & { member: ListedMemberData }) {
  const { words, formats } = useLanguage();
  const remove = useAction(RemoveMember, (data) => data.removeMember);
  const { reference, name, email, toldAt, leftAt } = member;
  const end = async (): Promise<void> => {
    if ((await remove.run({ input: { organisation: id, member: member.id } })) !== undefined) onRemoved();
  };
  return (
    <article>
      <p>
        <strong>
          <ForeignText text={reference} longest={100} />
        </strong>
        {[name, email].map((text) =>
          text === null ? null : (
            <span key={text}>
              {' · '}
              <ForeignText text={text} longest={120} />
            </span>
          ),
        )}
      </p>
      <p className="note">
        {leftAt === null
          ? toldAt === null
            ? words.organisations.notTold
            : words.organisations.told(formats.day(toldAt))
          : words.organisations.endedOn(formats.day(leftAt))}
      </p>
      {mayRemove && leftAt === null && (
        <Button look="plain" isBusy={remove.isBusy} onClick={() => void end()}>
          {words.organisations.removeMember}
          <span className="hidden-label">: {reference}</span>
        </Button>
      )}
      <ProblemNote problem={remove.problem} />
    </article>
  );
}
