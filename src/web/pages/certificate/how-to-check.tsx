import { useWords } from '../../language/language-context.js';
import { AddressText } from '../../parts/foreign-text.js';

interface HowToCheckProps {
  /** Leaf hash. */
  id: string;
  proofAddress: string;
  /** C2SP verifier key of the log. */
  keyText: string;
}

/** With other people's tools, and without this registry once the proof is fetched. */
export function HowToCheck({ id, proofAddress, keyText }: HowToCheckProps) {
  const { certificate: text } = useWords();
  return (
    <div>
      <h2 className="certificate__title">{text.verify}</h2>
      <ol className="certificate__steps">
        <li>
          {text.fetch} <Whole text={proofAddress} />
        </li>
        <li>
          {text.command} <Whole text={`npx assent proof verify ${id}.tlog-proof --key '${keyText}'`} />
        </li>
        <li>{text.byHand}</li>
        <li>
          {text.page} <Whole text={`${window.location.origin}/statements/${id}`} />
        </li>
      </ol>
    </div>
  );
}

/** To be typed off: never cut. */
function Whole({ text }: { text: string }) {
  return (
    <span className="certificate__whole">
      <AddressText text={text} longest={Number.POSITIVE_INFINITY} />
    </span>
  );
}
