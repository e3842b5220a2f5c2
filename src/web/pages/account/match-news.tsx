import { useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { Button } from '../../parts/button.js';
import { CheckField } from '../../parts/check-field.js';
import { CopyText } from '../../parts/copy-text.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SelectField } from '../../parts/select-field.js';
import { useAction } from '../../server/use-action.js';
import { type AccountData, SetMatchNews } from './operations.js';

type News = AccountData['matchNews'];
type Chosen = EnumValue<'MailLanguage'> | 'EVERY';

const LANGUAGES: readonly Chosen[] = ['EVERY', 'EN', 'ES'];

/** How an artist is told of new places at which their works were found: by mail, at most weekly, and by a feed of their own. */
export function MatchNews({ news: held, onChanged }: { news: News; onChanged: () => void }) {
  const { words } = useLanguage();
  const [mails, setMails] = useState(held.mails);
  const [language, setLanguage] = useState<Chosen>(held.language ?? 'EVERY');
  const [isDone, setDone] = useState(false);
  const set = useAction(SetMatchNews, (data) => data.setMatchNews);
  const chosen = { mails, language: language === 'EVERY' ? null : language };

  const save = async (): Promise<void> => {
    setDone(false);
    if ((await set.run({ input: { ...chosen, feed: 'KEEP' } })) !== undefined) setDone(true);
  };
  return (
    <section className="section stack">
      <h2>{words.matchNews.title}</h2>
      <p className="soft">{words.matchNews.why}</p>
      <ActionForm action={set} label={words.matchNews.save} onSubmit={save}>
        <CheckField
          label={words.matchNews.mails}
          hint={held.canMail ? words.matchNews.mailsMean : words.matchNews.cannotMail}
          isChecked={mails}
          onChecked={setMails}
        />
        <SelectField
          label={words.matchNews.language}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: words.matchNews.languages[value] }))}
          onValue={setLanguage}
        />
        {isDone && (
          <Notice tone="good" role="status">
            <p>{words.matchNews.saved}</p>
          </Notice>
        )}
      </ActionForm>
      <Feed held={held} onChanged={onChanged} />
    </section>
  );
}

function Feed({ held, onChanged }: { held: News; onChanged: () => void }) {
  const { words, formats } = useLanguage();
  const [address, setAddress] = useState<string>();
  const change = useAction(SetMatchNews, (data) => data.setMatchNews);
  const run = async (feed: EnumValue<'FeedChange'>): Promise<void> => {
    const done = await change.run({ input: { mails: held.mails, language: held.language, feed } });
    if (done === undefined) return;
    setAddress(done.feedAddress ?? undefined);
    onChanged();
  };
  return (
    <div className="stack">
      <h3>{words.matchNews.feed}</h3>
      <p>{words.matchNews.feedMeans}</p>
      {held.feedSince !== null && <p>{words.matchNews.feedSince(formats.day(held.feedSince))}</p>}
      {address !== undefined && (
        <Notice tone="good" role="status">
          <p className="notice__title">{words.matchNews.shownOnce}</p>
          <CopyText label={words.matchNews.feed} text={address} />
        </Notice>
      )}
      <ProblemNote problem={change.problem} />
      <div className="row">
        <Button isBusy={change.isBusy} onClick={() => void run('RENEW')}>
          {held.feedSince === null ? words.matchNews.makeFeed : words.matchNews.renewFeed}
        </Button>
        {held.feedSince !== null && (
          <Button look="plain" isBusy={change.isBusy} onClick={() => void run('END')}>
            {words.matchNews.endFeed}
          </Button>
        )}
      </div>
    </div>
  );
}
