import { useState } from 'react';
import { graphql } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../button.js';
import { Notice } from '../notice.js';
import { useQuestion } from '../../server/use-question.js';

const ProvidersQuery = graphql(`
  query SignInProviders {
    registry {
      signInProviders {
        id
        name
      }
    }
  }
`);

interface ProviderSignInProps {
  /** Links a provider to the account that is signed in, instead of signing in: the names of those that are linked to it already. */
  linked?: readonly (string | null)[];
  /** Whether the browser just came back without success. */
  wasRefused?: boolean;
}

/** The ways in by way of somebody else, where the operator has set up any. They lead away from this page. */
export function ProviderSignIn({ linked, wasRefused = false }: ProviderSignInProps) {
  const words = useWords();
  const [{ data }] = useQuestion({ query: ProvidersQuery });
  const [isRefused, setRefused] = useState(wasRefused);
  const isLinking = linked !== undefined;
  const providers = (data?.registry.signInProviders ?? []).filter(
    ({ name }) => linked?.includes(name) !== true,
  );
  if (providers.length === 0) {
    return null;
  }
  const go = async (id: string): Promise<void> => {
    setRefused(false);
    const location = await beginAt(id, isLinking);
    if (location === undefined) setRefused(true);
    else window.location.assign(location);
  };
  return (
    <section className="section">
      <h2>{isLinking ? words.providers.linkTitle : words.providers.title}</h2>
      <p className="soft">{isLinking ? words.providers.linkWhy : words.providers.why}</p>
      {isRefused && (
        <Notice tone="care" role="alert">
          <p>{words.providers.refused}</p>
        </Notice>
      )}
      <div className="row">
        {providers.map(({ id, name }) => (
          <Button key={id} onClick={() => void go(id)}>
            {isLinking ? words.providers.link(name) : words.providers.with(name)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Where the browser goes; undefined when it cannot. */
async function beginAt(id: string, isLinking: boolean): Promise<string | undefined> {
  try {
    const answer = await fetch(`/sign-in/with/${encodeURIComponent(id)}${isLinking ? '?link=1' : ''}`, {
      method: 'POST',
    });
    const { location } = (await answer.json()) as { location?: string };
    return location;
  } catch {
    return undefined;
  }
}
