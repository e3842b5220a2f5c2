import type { MailMessage } from '../../accounts/mails/mail-message.js';

interface StaffInvitation {
  /** Name of the registry. */
  readonly registry: string;
  readonly organisation: string;
  readonly days: number;
  readonly link: string;
}

/** Nobody waits on a page whose language would be known, so that it is written in both. */
export function staffInvitationMail({ registry, organisation, days, link }: StaffInvitation): MailMessage {
  return {
    subject: `${organisation}: an invitation at ${registry} / una invitación en ${registry}`,
    text: `${organisation} invites you to work with it at ${registry}, a public registry of artists' answers about AI training.

Sign in with this address and accept on the page of the organisation, within ${days} days:

${link}

You know nothing of it? Then there is nothing to do.

---

${organisation} te invita a trabajar con ella en ${registry}, un registro público de respuestas de artistas sobre el entrenamiento
de IA. Entra con esta dirección y acepta en la página de la organización (el enlace de arriba), en un plazo de ${days} días. Si no
sabes nada de esto, no hay nada que hacer.
`,
  };
}
