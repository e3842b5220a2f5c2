import { useWords } from '../language/language-context.js';
import { AddressText } from '../parts/foreign-text.js';

interface PlaceTextProps {
  /** Null once its claimant has had it deleted. */
  address: string | null;
  longest?: number;
}

export function PlaceText({ address, ...rest }: PlaceTextProps) {
  const words = useWords();
  return address === null ? words.statement.erased : <AddressText text={address} {...rest} />;
}
