import type { Mail } from '../ports/surroundings.js';
import type { Registry } from '../registry.js';

/** Tells the holder of an account, in both languages since nobody is there to be asked, that a webhook was given up. */
export function webhookGivenUpMail({ name, publicUrl }: Registry['settings'], to: string, url: string): Mail {
  return {
    to,
    subject: `${name}: ${url}`.slice(0, 150),
    text: `For a day, ${name} could not tell this address that its log has grown, and has stopped trying:

    ${url}

Nothing is lost: ask ${publicUrl}/v1/changes for what changed since, and have the webhook replayed once the address works again.


Durante un día, ${name} no ha podido avisar a esta dirección de que su registro ha crecido, y ha dejado de intentarlo.
No se ha perdido nada: consulta lo que cambió en la dirección de arriba, y pide que se repita el aviso cuando vuelva a funcionar.
`,
  };
}
