import { type SyntheticEvent, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { AddressField } from '../../parts/address-field.js';
import { Button } from '../../parts/button.js';
import { PageTitle } from '../../parts/page-title.js';
import { AskAnswer } from './ask-answer.js';

/** What the registry says about an address, for anybody, without an account. */
export function AskPage() {
  const words = useWords();
  const [params] = useSearchParams();
  const url = params.get('url')?.trim() ?? '';
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.ask.title}>{words.ask.title}</PageTitle>
      <AskForm key={url} initial={url} />
      {url === '' ? (
        <div className="stack">
          <p className="lead">{words.ask.invitation}</p>
          <p className="note">
            <Link to="/allowed">{words.ask.seeAllowed}</Link>
          </p>
        </div>
      ) : (
        <AskAnswer key={`answer ${url}`} url={url} />
      )}
    </div>
  );
}

function AskForm({ initial }: { initial: string }) {
  const words = useWords();
  const [typed, setTyped] = useState(initial);
  const navigate = useNavigate();

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void navigate(`/ask?url=${encodeURIComponent(typed.trim())}`);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <AddressField
        label={words.ask.address}
        hint={words.ask.addressHint}
        name="url"
        autoComplete="off"
        required
        value={typed}
        onValue={setTyped}
      />
      <div className="row">
        <Button type="submit" look="filled">
          {words.ask.submit}
        </Button>
      </div>
    </form>
  );
}
