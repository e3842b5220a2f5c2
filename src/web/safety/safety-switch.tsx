import { useWords } from '../language/language-context.js';
import { CheckField } from '../parts/check-field.js';
import { useShowsHidden } from './use-shows-hidden.js';

/** The one switch that shows what is hidden unless somebody asks for it. */
export function SafetySwitch() {
  const words = useWords().safety;
  const [isShown, choose] = useShowsHidden();
  return <CheckField label={words.show} hint={words.hint} isChecked={isShown} onChecked={choose} />;
}
