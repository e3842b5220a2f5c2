import { useLanguage } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { TableFrame } from '../../parts/table-frame.js';
import type { BuilderKey } from './operations.js';

/** The keys that still work, with how much each may ask and how it is answered; they are made on the account page. */
export function KeyQuotas({ keys }: { keys: readonly BuilderKey[] }) {
  const { words, formats } = useLanguage();
  const text = words.build;
  const valid = keys.filter(({ revokedAt }) => revokedAt === null);
  return (
    <div className="stack">
      <h3>{text.keys}</h3>
      {valid.length === 0 ? (
        <p className="soft">{text.noKeys}</p>
      ) : (
        <TableFrame label={text.keys}>
          <thead>
            <tr>
              <th scope="col">{text.keyName}</th>
              <th scope="col">{words.apiKeys.may}</th>
              <th scope="col">{text.quota}</th>
              <th scope="col">{words.apiKeys.strict.name}</th>
            </tr>
          </thead>
          <tbody>
            {valid.map((key) => (
              <tr key={key.id}>
                <th scope="row" className="build__address">
                  <ForeignText text={key.name} longest={80} /> <code>{key.prefix}…</code>
                </th>
                <td>{key.scopes.map((scope) => words.apiKeys.scopes[scope].name).join(', ')}</td>
                <td>
                  {key.checksPerMinute === null ? text.sharedQuota : formats.count(key.checksPerMinute)}
                </td>
                <td>{key.isStrict ? text.yes : text.no}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
      <div className="row">
        <ButtonLink to="/account">{text.manageKeys}</ButtonLink>
      </div>
    </div>
  );
}
