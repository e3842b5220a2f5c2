import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import '../../parts/ruled-list.css';
import { useAction } from '../../server/use-action.js';
import { type AccountData, UnlinkProvider } from './operations.js';

type Linked = AccountData['linkedProviders'][number];

/** The services by which somebody can come in, each with the way to end that. */
export function LinkedProviders({ linked, onChanged }: { linked: readonly Linked[]; onChanged: () => void }) {
  const { words } = useLanguage();
  if (linked.length === 0) return null;
  return (
    <section className="section">
      <h2>{words.linked.title}</h2>
      <ul className="ruled-list">
        {linked.map((one) => (
          <LinkedLine key={one.id} linked={one} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function LinkedLine({ linked, onChanged }: { linked: Linked; onChanged: () => void }) {
  const { words, formats } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const unlink = useAction(UnlinkProvider, (data) => data.unlinkProvider);
  const name = linked.name ?? words.linked.unknown;
  const close = (): void => {
    setAsking(false);
  };
  const confirm = async (): Promise<void> => {
    if ((await unlink.run({ input: { id: linked.id } })) === undefined) return;
    close();
    onChanged();
  };
  return (
    <li className="ruled-list__item">
      <div className="stack stack--tight">
        <p>
          <strong>
            <ForeignText text={name} longest={80} />
          </strong>
        </p>
        {linked.profile !== null && (
          <p>
            <AddressText text={linked.profile} longest={120} />
          </p>
        )}
        <p className="note">{words.linked.since(formats.day(linked.linkedAt))}</p>
      </div>
      {linked.isOnlyWay ? (
        <p className="ruled-list__why">{words.linked.onlyWay}</p>
      ) : (
        <Button
          onClick={() => {
            setAsking(true);
          }}
        >
          {words.linked.unlinkIt}
          <span className="hidden-label">: {name}</span>
        </Button>
      )}
      <Dialog isOpen={isAsking} title={words.linked.unlink(name)} onClose={close}>
        <p>{words.linked.means}</p>
        <ProblemNote problem={unlink.problem} />
        <div className="row">
          <Button onClick={close}>{words.linked.keep}</Button>
          <Button look="no" isBusy={unlink.isBusy} onClick={() => void confirm()}>
            {words.linked.confirm}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}
