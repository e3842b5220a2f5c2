import type { MailLanguage } from '../origin.js';
import type { MailedSecret, MailMessage } from './mail-message.js';

/** The code stays out of the subject: subjects show on locked screens. */
const MESSAGES: Readonly<Record<MailLanguage, (secret: MailedSecret) => MailMessage>> = {
  en: ({ registry, code, link, minutes }) => ({
    subject: `Your sign-in code for ${registry}`,
    text: `Your code for ${registry}:

    ${code}

Type it on the page where you asked for it. Or open this link on the device you want to use:

${link}

Code and link work once, for ${minutes} minutes. The code also lets you set a new password.

You did not ask for this? Then there is nothing to do: without this mail nobody gets in.
Please give the code to nobody. We never ask for it.
`,
  }),
  es: ({ registry, code, link, minutes }) => ({
    subject: `Tu código para entrar en ${registry}`,
    text: `Tu código para ${registry}:

    ${code}

Escríbelo en la página donde lo pediste. O abre este enlace en el dispositivo que quieras usar:

${link}

El código y el enlace sirven una sola vez, durante ${minutes} minutos. Con el código también puedes poner una contraseña nueva.

¿No lo has pedido tú? Entonces no tienes que hacer nada: sin este correo nadie puede entrar.
No des el código a nadie. Nosotros nunca te lo pediremos.
`,
  }),
};

export function signInMail(language: MailLanguage, secret: MailedSecret): MailMessage {
  return MESSAGES[language](secret);
}
