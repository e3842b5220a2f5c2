import { useWords } from '../../language/language-context.js';
import { answersOf, type Sided } from './answers-of.js';
import './dispute.css';

interface SideNameProps {
  dispute: Sided;
  claimant: string;
  isOwn: boolean;
}

/** Who speaks: to a side “You” or “The other side”; to a moderator what that side says, and its pseudonym. */
export function SideName({ dispute, claimant, isOwn }: SideNameProps) {
  const words = useWords();
  if (dispute.ownClaimant !== null) return <strong>{words.exchange.by(isOwn)}</strong>;
  const [said] = answersOf(dispute, claimant);
  return (
    <>
      {said !== undefined && <strong>{words.exchange.says[said.preference]} </strong>}
      <code>{claimant}</code>
    </>
  );
}
