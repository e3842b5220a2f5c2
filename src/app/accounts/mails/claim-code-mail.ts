import type { MailLanguage } from '../origin.js';
import type { MailMessage } from './mail-message.js';

interface ClaimCode {
  /** Name of the registry. */
  readonly registry: string;
  /** The code, in groups. */
  readonly code: string;
  /** What is claimed. */
  readonly place: string;
  readonly minutes: number;
}

/** Its reader may never have heard of the registry: what giving the code away would do is said first. */
const MESSAGES: Readonly<Record<MailLanguage, (words: ClaimCode) => MailMessage>> = {
  en: ({ registry, code, place, minutes }) => ({
    subject: `Who speaks for ${place}? A code from ${registry}`,
    text: `Somebody says at ${registry}, a public registry of artists' answers about AI training, that they run ${place}.

Whoever types this code there may speak for the whole site:

    ${code}

Type it on the page of the claim if that was you. It works once, for ${minutes} minutes.

It was not you? Then give the code to nobody, and there is nothing to do: without it the claim proves nothing.
`,
  }),
  es: ({ registry, code, place, minutes }) => ({
    subject: `¿Quién habla por ${place}? Un código de ${registry}`,
    text: `Alguien dice en ${registry}, un registro público de las respuestas de artistas sobre el entrenamiento de IA, que
lleva ${place}.

Quien escriba allí este código podrá hablar por todo el sitio:

    ${code}

Escríbelo en la página de la reclamación si has sido tú. Sirve una sola vez, durante ${minutes} minutos.

¿No has sido tú? Entonces no des el código a nadie, y no tienes que hacer nada: sin él la reclamación no prueba nada.
`,
  }),
};

export function claimCodeMail(language: MailLanguage, words: ClaimCode): MailMessage {
  return MESSAGES[language](words);
}
