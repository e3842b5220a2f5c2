import type { MailLanguage } from '../origin.js';
import type { MailedSecret, MailMessage } from './mail-message.js';

const MESSAGES: Readonly<Record<MailLanguage, (secret: MailedSecret) => MailMessage>> = {
  en: ({ registry, code, link, minutes }) => ({
    subject: `Is this your address? An account at ${registry}`,
    text: `Somebody, probably you, opened an account at ${registry} with this e-mail address and a password.

To confirm the address, open this link where you are signed in:

${link}

Or type this code there:

    ${code}

Both work once, for ${minutes} minutes.

It was not you? Then there is nothing to do: the address stays unconfirmed. Should you want an account of your own
one day, sign in by mail with this address, and whatever was set up without you is dropped.
`,
  }),
  es: ({ registry, code, link, minutes }) => ({
    subject: `¿Es tuya esta dirección? Una cuenta en ${registry}`,
    text: `Alguien, probablemente tú, ha abierto una cuenta en ${registry} con esta dirección de correo y una contraseña.

Para confirmar la dirección, abre este enlace donde tengas la sesión iniciada:

${link}

O escribe allí este código:

    ${code}

Ambos sirven una sola vez, durante ${minutes} minutos.

¿No has sido tú? Entonces no tienes que hacer nada: la dirección queda sin confirmar. Si algún día quieres una cuenta
propia, entra por correo con esta dirección, y se descartará todo lo que se haya preparado sin ti.
`,
  }),
};

export function confirmAddressMail(language: MailLanguage, secret: MailedSecret): MailMessage {
  return MESSAGES[language](secret);
}
