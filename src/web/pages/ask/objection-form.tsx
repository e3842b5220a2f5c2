import { useState } from 'react';
import { graphql } from '../../../client/graphql.js';
import type { EnumValue } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { AreaField } from '../../parts/area-field.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Notice } from '../../parts/notice.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { TextField } from '../../parts/text-field.js';
import { useAction } from '../../server/use-action.js';

const MakeReport = graphql(`
  mutation MakeReport($input: MakeReportInput!) {
    makeReport(input: $input) {
      __typename
      ... on MakeReportPayload {
        id
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

const KINDS = ['OBJECTION', 'FALSE_CLAIM', 'ILLEGAL'] as const satisfies readonly EnumValue<'ReportKind'>[];

/** Whoever thinks that an answer is wrong tells a person here, without an account. */
export function ObjectionForm({ address }: { address: string }) {
  const words = useWords();
  return (
    <Disclosure title={words.objection.title}>
      <Form address={address} />
    </Disclosure>
  );
}

function Form({ address }: { address: string }) {
  const words = useWords();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('OBJECTION');
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const report = useAction(MakeReport, (data) => data.makeReport);
  if (isSent) {
    return (
      <Notice>
        <p className="notice__title">{words.objection.sent}</p>
        <p>{words.objection.sentMeans}</p>
      </Notice>
    );
  }
  return (
    <ActionForm
      action={report}
      label={words.objection.send}
      onSubmit={async () => {
        const optional = {
          ...(link.trim() === '' ? {} : { link: link.trim() }),
          ...(email.trim() === '' ? {} : { email }),
        };
        const done = await report.run({ input: { kind, placeKind: 'URL', address, text, ...optional } });
        setSent(done !== undefined);
      }}
    >
      <p className="note">{words.objection.lead}</p>
      <RadioGroup
        legend={words.objection.what}
        value={kind}
        onValue={setKind}
        options={KINDS.map((value) => ({ value, label: words.objection.kinds[value] }))}
      />
      <AreaField
        label={words.objection.text}
        hint={words.objection.textHint}
        rows={4}
        required
        minLength={20}
        maxLength={3_000}
        value={text}
        onValue={setText}
      />
      <TextField
        label={words.objection.link}
        type="url"
        inputMode="url"
        autoComplete="off"
        value={link}
        onValue={setLink}
      />
      <TextField
        label={words.objection.email}
        hint={words.objection.emailHint}
        type="email"
        autoComplete="email"
        value={email}
        onValue={setEmail}
      />
    </ActionForm>
  );
}
