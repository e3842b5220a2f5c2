import { type SyntheticEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ANSWERS } from '../../../core/consent/decision.js';
import { parseRange } from '../../../core/search/number-range.js';
import { SIZE_CLASSES } from '../../../core/search/size-class.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { filtersSet, withoutFilters } from './filter-params.js';

const RANGES = {
  aesthetic: ['5..', '6..', '7..'],
  similarity: ['0.3..', '0.35..'],
  watermark: ['..0.2', '..0.5', '0.5..'],
  unsafe: ['..0.1', '..0.5', '0.5..'],
} as const;
type Range = keyof typeof RANGES;

const FIELDS = [
  'size',
  'answer',
  'aesthetic',
  'similarity',
  'watermark',
  'unsafe',
  'domain',
  'licence',
  'language',
];

/** Everything that narrows a search. Nothing is searched before it is asked for: typing is not asking. */
export function FilterForm() {
  const { words, formats } = useLanguage();
  const [params, setParams] = useSearchParams();
  const [draft, setDraft] = useState(() =>
    Object.fromEntries(FIELDS.map((name) => [name, params.get(name) ?? ''])),
  );
  const set = (name: string) => (value: string) => {
    setDraft((before) => ({ ...before, [name]: value }));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const next = new URLSearchParams(params);
    for (const name of FIELDS) {
      const value = draft[name]?.trim() ?? '';
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    next.delete('pages');
    setParams(next);
  };
  const select = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <SelectField
      label={label}
      value={draft[name] ?? ''}
      options={[
        { value: '', label: words.search.any },
        ...options.map(([value, text]) => ({ value, label: text })),
      ]}
      onValue={set(name)}
    />
  );
  const rangeText = (text: string): string => {
    const { least, most } = parseRange(text) ?? {};
    const shown = (value: number): string => formats.measure(value);
    if (least !== undefined && most !== undefined)
      return words.search.range.between(shown(least), shown(most));
    if (most !== undefined) return words.search.range.to(shown(most));
    return least === undefined ? text : words.search.range.from(shown(least));
  };
  const count = filtersSet(params);
  return (
    <form className="filter-form" onSubmit={submit}>
      <p className="note">{words.search.narrowHint}</p>
      {select(
        'size',
        words.search.size,
        SIZE_CLASSES.map(({ name }) => [name, words.search.sizes[name]]),
      )}
      {select(
        'answer',
        words.search.answer,
        ANSWERS.map((answer) => [answer.toLowerCase(), words.decisions[answer]]),
      )}
      {(Object.keys(RANGES) as Range[]).map((name) => (
        <div key={name}>
          {select(
            name,
            words.search.ranges[name],
            [...new Set([...RANGES[name], ...(draft[name] ? [draft[name]] : [])])].map((text) => [
              text,
              rangeText(text),
            ]),
          )}
        </div>
      ))}
      <TextField
        label={words.search.domain}
        value={draft['domain'] ?? ''}
        onValue={set('domain')}
        autoCapitalize="none"
      />
      <TextField label={words.search.licence} value={draft['licence'] ?? ''} onValue={set('licence')} />
      <TextField
        label={words.search.captionLanguage}
        value={draft['language'] ?? ''}
        onValue={set('language')}
        autoCapitalize="none"
      />
      <p className="note">{words.search.answerHint}</p>
      <div className="row">
        <Button type="submit" look="filled">
          {words.search.apply}
        </Button>
        {count > 0 && <Link to={`/search?${withoutFilters(params).toString()}`}>{words.search.clear}</Link>}
      </div>
    </form>
  );
}
