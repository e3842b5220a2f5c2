import { useLanguage } from '../../language/language-context.js';
import { Notice } from '../../parts/notice.js';
import { useGrowth } from './use-growth.js';

/** Whether the log still begins with what this browser saw of it before. */
export function GrowthNotice() {
  const { words, formats } = useLanguage();
  const watched = useGrowth();
  const text = words.transparency;
  if (watched.kind !== 'checked') {
    return (
      <Notice role="status">
        <p>{watched.kind === 'checking' ? text.checking : text.unanswered}</p>
      </Notice>
    );
  }
  const { growth, seen } = watched;
  if ('detail' in growth) {
    return (
      <Notice tone="bad" role="alert">
        <p className="notice__title">{text[growth.kind]}</p>
        <p>{text.keepIt}</p>
        <p className="note" lang="en">
          {growth.detail}
        </p>
      </Notice>
    );
  }
  const lines = formats.amount(growth.tree.size);
  return (
    <Notice tone="good" role="status">
      <p className="notice__title">{text.signed(lines)}</p>
      <p>
        {growth.kind === 'first' || seen === undefined ? text.first : text.grown(formats.amount(seen.size))}
      </p>
    </Notice>
  );
}
