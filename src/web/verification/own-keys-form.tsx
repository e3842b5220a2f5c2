import { useState } from 'react';
import { useWords } from '../language/language-context.js';
import type { Messages } from '../messages/en.js';
import { AreaField } from '../parts/area-field.js';
import { Button } from '../parts/button.js';
import { Disclosure } from '../parts/disclosure.js';
import { keyLines } from './key-lines.js';
import type { OwnKeys } from './own-keys.js';
import type { KeysProblem } from './read-keys.js';

/** For readers who trust a key that they have from elsewhere more than the registry's word for its own. */
export function OwnKeysForm({ ownKeys }: { ownKeys: OwnKeys }) {
  const words = useWords();
  const [pasted, setPasted] = useState(ownKeys.keys.join('\n'));
  const [problem, setProblem] = useState<string>();

  const check = async (): Promise<void> => {
    setProblem(undefined);
    const lines = keyLines(pasted);
    try {
      const { readKeysInBrowser } = await import('./verify-in-browser.js');
      const read = readKeysInBrowser(lines);
      if (read.ok) {
        ownKeys.use(lines);
      } else {
        setProblem(textOf(read.problem, words));
      }
    } catch {
      setProblem(words.verification.inabilities['not-run']);
    }
  };
  return (
    <Disclosure title={words.verification.ownKeys.title}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <AreaField
          label={words.verification.ownKeys.label}
          hint={words.verification.ownKeys.hint}
          error={problem}
          rows={3}
          dir="ltr"
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          required
          value={pasted}
          onValue={setPasted}
        />
        <div className="row">
          <Button type="submit">{words.verification.ownKeys.use}</Button>
          {ownKeys.keys.length > 0 && (
            <Button
              look="plain"
              onClick={() => {
                setPasted('');
                setProblem(undefined);
                ownKeys.use([]);
              }}
            >
              {words.verification.ownKeys.drop}
            </Button>
          )}
        </div>
      </form>
    </Disclosure>
  );
}

function textOf(problem: KeysProblem, { verification }: Messages): string {
  return problem.code === 'not-a-key'
    ? verification.ownKeys.notAKey(problem.line)
    : verification.ownKeys.noLogKey;
}
