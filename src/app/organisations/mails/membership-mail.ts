import type { MailMessage } from '../../accounts/mails/mail-message.js';

interface Membership {
  /** Name of the registry. */
  readonly registry: string;
  readonly organisation: string;
  /** What the organisation says for its members, in words; undefined while it says nothing. */
  readonly saysNo: boolean;
  readonly link: string;
}

/** Whoever reads it may never have heard of the registry, and has not asked for the mail: what it means and how to end it come first. */
export function membershipMail({ registry, organisation, saysNo, link }: Membership): MailMessage {
  const [said, dicho] = saysNo
    ? [
        'It has said no to AI training on your works that it named.',
        'Ha dicho no al entrenamiento de IA con las obras tuyas que nombró.',
      ]
    : ['It has not answered about your works yet.', 'Todavía no ha respondido sobre tus obras.'];
  return {
    subject: `${organisation} speaks for your works at ${registry} / habla por tus obras en ${registry}`,
    text: `${organisation} has told ${registry}, a public registry of artists' answers about AI training, that it speaks for you by contract.

${said} A yes in your name would need your word. Your name and this address are seen by the organisation alone.

See what it says, leave, or answer yourself. No account is needed:

${link}

There you can also say that you want no more mails of this kind. The link is yours: give it to nobody.

---

${organisation} ha comunicado a ${registry}, un registro público de respuestas de artistas sobre el entrenamiento de IA, que habla
por ti por contrato.

${dicho} Un sí en tu nombre necesitaría tu palabra. Tu nombre y esta dirección solo los ve la organización.

Mira lo que dice, sal, o responde tú: con el enlace de arriba, sin cuenta. Allí también puedes decir que no quieres más correos
como este. El enlace es tuyo: no se lo des a nadie.
`,
  };
}
