import { useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useLanguage, useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Button } from '../../parts/button.js';
import { Facts } from '../../parts/facts.js';
import '../../parts/ruled-list.css';
import { ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';
import { Members } from './members.js';
import { MemberList } from './member-list.js';
import {
  ChangeStaff,
  InviteStaff,
  type OrganisationData,
  type OwnDesk,
  SayForMembers,
} from './operations.js';

interface StaffDeskProps {
  organisation: OrganisationData;
  desk: OwnDesk;
  /** The account that looks. */
  self: string;
  onChanged: () => void;
}

/** What who works there sees and does. */
export function StaffDesk({ organisation, desk, self, onChanged }: StaffDeskProps) {
  const { words, formats } = useLanguage();
  const mayAnswer = desk.role !== 'VIEWER' && organisation.state === 'VERIFIED';
  const { members, confirmed, left, claims } = desk.counts;
  const isCollective = organisation.kind === 'COLLECTIVE';
  const saysNo = organisation.answers.some((one) => one.standsNow && one.preference === 'DENY');
  return (
    <>
      <section className="section stack">
        <h2>{words.organisations.memberDesk}</h2>
        <p className="soft">{words.organisations.private}</p>
        <Facts
          facts={[
            [words.organisations.members, formats.amount(members).shown],
            [words.organisations.confirmed, formats.amount(confirmed).shown],
            [words.organisations.left, formats.amount(left).shown],
            [words.organisations.addresses, formats.amount(claims).shown],
          ]}
        />
        {mayAnswer && isCollective && !saysNo && <SayNo id={organisation.id} onSaid={onChanged} />}
        {mayAnswer && isCollective && <MemberList id={organisation.id} onAdded={onChanged} />}
        {!isCollective && <p>{words.organisations.byProgram}</p>}
      </section>
      <Staff id={organisation.id} desk={desk} self={self} onChanged={onChanged} />
      <section className="section stack">
        <Members
          key={members}
          id={organisation.id}
          mayRemove={desk.role !== 'VIEWER'}
          onRemoved={onChanged}
        />
      </section>
    </>
  );
}

function SayNo({ id, onSaid }: { id: string; onSaid: () => void }) {
  const words = useWords();
  const say = useAction(SayForMembers, (data) => data.sayForMembers);
  const sayNo = async (): Promise<void> => {
    const input = { organisation: id, use: 'TRAIN_AI', preference: 'DENY' } as const;
    if ((await say.run({ input })) !== undefined) onSaid();
  };
  return (
    <>
      <ProblemNote problem={say.problem} />
      <div className="row">
        <Button look="no" isBusy={say.isBusy} onClick={() => void sayNo()}>
          {words.organisations.sayNo}
        </Button>
      </div>
      <p className="note">{words.organisations.sayNoMeans}</p>
    </>
  );
}

type Role = EnumValue<'StaffRole'>;
const ROLES = ['VIEWER', 'EDITOR', 'OWNER'] as const satisfies readonly Role[];

function Staff({ id, desk, self, onChanged }: Omit<StaffDeskProps, 'organisation'> & { id: string }) {
  const { words, formats } = useLanguage();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('EDITOR');
  const invite = useAction(InviteStaff, (data) => data.inviteStaff);
  const change = useAction(ChangeStaff, (data) => data.changeStaff);
  const submit = async (): Promise<void> => {
    if ((await invite.run({ input: { organisation: id, email, role } })) !== undefined) {
      setEmail('');
      onChanged();
    }
  };
  const remove = async (account: string): Promise<void> => {
    if ((await change.run({ input: { organisation: id, account } })) !== undefined) onChanged();
  };
  return (
    <section className="section stack">
      <h2>{words.organisations.staff}</h2>
      <ul className="ruled-list">
        {desk.staff.map((one) => (
          <li key={one.account} className="ruled-list__item">
            <div className="stack stack--tight">
              <p>
                <ForeignText text={one.email ?? one.account} longest={120} />
              </p>
              <p className="note">{words.organisations.roles[one.role]}</p>
            </div>
            {(desk.role === 'OWNER' || one.account === self) && (
              <Button look="plain" isBusy={change.isBusy} onClick={() => void remove(one.account)}>
                {one.account === self ? words.organisations.leave : words.organisations.remove}
                <span className="hidden-label">: {one.email ?? one.account}</span>
              </Button>
            )}
          </li>
        ))}
        {desk.invitations.map((one) => (
          <li key={one.email} className="ruled-list__item">
            <div className="stack stack--tight">
              <p className="soft">
                <ForeignText text={one.email} longest={120} />
              </p>
              <p className="note">
                {words.organisations.roles[one.role]}, {words.organisations.waits(formats.day(one.expiresAt))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <ProblemNote problem={change.problem} />
      {desk.role === 'OWNER' && (
        <ActionForm action={invite} label={words.organisations.invite} onSubmit={submit}>
          <TextField
            label={words.organisations.email}
            type="email"
            required
            value={email}
            onValue={setEmail}
          />
          <SelectField
            label={words.organisations.role}
            value={role}
            hint={words.organisations.roleMeanings[role]}
            options={ROLES.map((value) => ({ value, label: words.organisations.roles[value] }))}
            onValue={setRole}
          />
        </ActionForm>
      )}
    </section>
  );
}
