import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { CheckField } from '../../parts/check-field.js';
import type { Ticks } from './use-ticks.js';

/** Ticks all that is shown or none of it, and what is not shown with it. */
export function TickAll({ ticks }: { ticks: Ticks }) {
  const { words, formats } = useLanguage();
  const isNoneTicked = ticks.chosen.length === 0;
  return (
    <div className="stack stack--tight">
      <div className="row">
        <Button
          look="plain"
          data-tick-all=""
          onClick={() => {
            ticks.tickAll(isNoneTicked);
          }}
        >
          {isNoneTicked ? words.moderation.tickAll : words.moderation.tickNone}
        </Button>
      </div>
      {ticks.others > 0 && (
        <CheckField
          label={words.moderation.others(formats.count(ticks.others))}
          hint={words.moderation.othersHint}
          isChecked={ticks.isWithOthers}
          onChecked={ticks.takeOthers}
        />
      )}
    </div>
  );
}
