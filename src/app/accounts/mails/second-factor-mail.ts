import type { MailLanguage } from '../origin.js';
import type { MailMessage } from './mail-message.js';

interface SecondFactorNotice {
  /** Name of the registry. */
  readonly registry: string;
  /** The account page. */
  readonly link: string;
}

type News = 'on' | 'off' | 'recovery-code';

const MESSAGES: Readonly<
  Record<MailLanguage, Readonly<Record<News, (registry: string) => { subject: string; what: string }>>>
> = {
  en: {
    on: (registry) => ({
      subject: `${registry}: the second step is on`,
      what: 'From now on, signing in to your account also takes a code of your authenticator app, or a recovery code.',
    }),
    off: (registry) => ({
      subject: `${registry}: the second step is off`,
      what: 'Signing in to your account no longer takes a code of an authenticator app.',
    }),
    'recovery-code': (registry) => ({
      subject: `${registry}: a recovery code was used`,
      what: 'Somebody signed in to your account with a recovery code in place of your authenticator app. That code is used up.',
    }),
  },
  es: {
    on: (registry) => ({
      subject: `${registry}: el segundo paso está activado`,
      what: 'Desde ahora, para entrar en tu cuenta hace falta también un código de tu aplicación de autenticación, o un código de recuperación.',
    }),
    off: (registry) => ({
      subject: `${registry}: el segundo paso está desactivado`,
      what: 'Para entrar en tu cuenta ya no hace falta un código de una aplicación de autenticación.',
    }),
    'recovery-code': (registry) => ({
      subject: `${registry}: se ha usado un código de recuperación`,
      what: 'Alguien ha entrado en tu cuenta con un código de recuperación en lugar de tu aplicación de autenticación. Ese código ya no sirve.',
    }),
  },
};

const ENDINGS: Readonly<Record<MailLanguage, string>> = {
  en: `Was it you? Then there is nothing to do. If not, sign out everywhere and set a new password on this page:`,
  es: `¿Has sido tú? Entonces no tienes que hacer nada. Si no, cierra todas las sesiones y pon una contraseña nueva en esta página:`,
};

export function secondFactorMail(
  language: MailLanguage,
  news: News,
  { registry, link }: SecondFactorNotice,
): MailMessage {
  const { subject, what } = MESSAGES[language][news](registry);
  return { subject, text: `${what}\n\n${ENDINGS[language]}\n\n${link}\n` };
}
