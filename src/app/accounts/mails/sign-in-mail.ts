import type { MailLanguage } from '../origin.js';
import type { MailedSecret, MailMessage } from './mail-message.js';

/**
 * What opening the link does. Whoever asked for the mail wrote the answer that may come with it, and that need not be its
 * reader: so they are told that it is shown first and never just recorded.
 */
const LINKS: Readonly<Record<MailLanguage, Readonly<Record<'plain' | 'withDraft', string>>>> = {
  en: {
    plain: 'Or open this link on the device you want to use:',
    withDraft: `Or open this link on any device you like. It brings along the answer that was being given there, shows it to
you, and puts it on the record only when you press the button:`,
  },
  es: {
    plain: 'O abre este enlace en el dispositivo que quieras usar:',
    withDraft: `O abre este enlace en el dispositivo que quieras. Trae consigo la respuesta que se estaba dando allí, te la
muestra, y la inscribe solo cuando pulsas el botón:`,
  },
};

/** The code stays out of the subject: subjects show on locked screens. */
const MESSAGES: Readonly<Record<MailLanguage, (secret: MailedSecret) => MailMessage>> = {
  en: ({ registry, code, link, hasDraft, minutes }) => ({
    subject: `Your sign-in code for ${registry}`,
    text: `Your code for ${registry}:

    ${code}

Type it on the page where you asked for it. ${LINKS.en[hasDraft === true ? 'withDraft' : 'plain']}

${link}

Code and link work once, for ${minutes} minutes. The code also lets you set a new password.

You did not ask for this? Then there is nothing to do: without this mail nobody gets in.
Please give the code to nobody. We never ask for it.
`,
  }),
  es: ({ registry, code, link, hasDraft, minutes }) => ({
    subject: `Tu código para entrar en ${registry}`,
    text: `Tu código para ${registry}:

    ${code}

Escríbelo en la página donde lo pediste. ${LINKS.es[hasDraft === true ? 'withDraft' : 'plain']}

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
