import type { MailLanguage } from '../../accounts/origin.js';
import { MAIL_LANGUAGES } from '../../accounts/origin.js';
import type { MailMessage } from '../../accounts/mails/mail-message.js';

interface NewsOfMatches {
  /** Name of the registry. */
  readonly registry: string;
  /** How many places its reader was not shown yet. */
  readonly count: number;
  /** Where they are looked at. */
  readonly link: string;
  /** Where these mails are ended. */
  readonly leave: string;
}

/** No titles and no addresses: a mail is read by servers on its way. */
const MESSAGES: Readonly<Record<MailLanguage, (news: NewsOfMatches) => MailMessage>> = {
  en: ({ registry, count, link, leave }) => ({
    subject:
      count === 1
        ? 'A work of yours was found at a new place'
        : `Works of yours were found at ${count} new places`,
    text: `${registry} compares new rows of datasets with your works. ${
      count === 1 ? 'There is a place' : `There are ${count} places`
    } that you have not looked at yet.

Where a machine is sure, your no holds already. What is only suggested waits for you:

${link}

At most one such mail is sent in a week, and none when there is nothing new. To get no more of them:

${leave}
`,
  }),
  es: ({ registry, count, link, leave }) => ({
    subject:
      count === 1
        ? 'Una obra tuya se encontró en un lugar nuevo'
        : `Obras tuyas se encontraron en ${count} lugares nuevos`,
    text: `${registry} compara las filas nuevas de los conjuntos de datos con tus obras. ${
      count === 1 ? 'Hay un lugar' : `Hay ${count} lugares`
    } que todavía no has mirado.

Donde una máquina está segura, tu no ya vale. Lo que solo se sugiere te espera:

${link}

Se envía como mucho un correo así por semana, y ninguno si no hay nada nuevo. Para no recibir más:

${leave}
`,
  }),
};

/** In the language that was chosen, else in every one. */
export function matchNewsMail(language: MailLanguage | undefined, news: NewsOfMatches): MailMessage {
  const messages = (language === undefined ? MAIL_LANGUAGES : [language]).map((one) => MESSAGES[one](news));
  return {
    subject: messages.map(({ subject }) => subject).join(' / '),
    text: messages.map(({ text }) => text).join('\n---\n\n'),
  };
}
