import type { ReportOutcome } from '../../ports/moderation.js';
import type { MailMessage } from './mail-message.js';

interface DecidedReport {
  /** Name of the registry. */
  readonly registry: string;
  readonly place: string;
  readonly outcome: ReportOutcome;
  /** What the moderator wrote. */
  readonly note: string;
}

const FOUND: Readonly<Record<ReportOutcome, readonly [english: string, spanish: string]>> = {
  upheld: ['A person looked, and found that you are right.', 'Una persona lo ha mirado y te da la razón.'],
  dismissed: [
    'A person looked, and found no ground to change anything.',
    'Una persona lo ha mirado y no ha encontrado motivo para cambiar nada.',
  ],
};

/** Nobody knows in which language it was written, so that it is answered in both. */
export function reportDecidedMail({ registry, place, outcome, note }: DecidedReport): MailMessage {
  const [english, spanish] = FOUND[outcome];
  return {
    subject: `What you told ${registry} about ${place} / Lo que dijiste sobre ${place}`,
    text: `${english}

${note}

We have deleted your address and shall not write again about this.

---

${spanish} Lo que escribió está arriba. Hemos borrado tu dirección y no volveremos a escribirte sobre esto.
`,
  };
}
