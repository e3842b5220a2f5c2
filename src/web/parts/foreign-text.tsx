import './foreign-text.css';

interface ForeignTextProps {
  text: string;
  /** Longest shown, in characters; the rest is cut with an ellipsis. */
  longest?: number;
}

const LONGEST = 300;

/** A caption or name that anybody may have written: isolated, so that its direction marks cannot reorder the page. */
export function ForeignText({ text, longest = LONGEST }: ForeignTextProps) {
  return <bdi className="foreign-text">{shortened(text, longest)}</bdi>;
}

/** A web address or host as text: always left to right, and breakable anywhere. */
export function AddressText({ text, longest = LONGEST }: ForeignTextProps) {
  return (
    <bdi className="foreign-text foreign-text--address" dir="ltr">
      {shortened(text, longest)}
    </bdi>
  );
}

/** Cut by code points, so that no character is halved. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  return `${Array.from(text.slice(0, longest * 2))
    .slice(0, longest)
    .join('')}…`;
}

/** Whether anything of a text can be seen: some captions hold nothing but spaces, joiners and marks. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}
