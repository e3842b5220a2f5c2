import type { MailMessage } from './mail-message.js';

interface ProofNotice {
  /** Name of the registry. */
  readonly registry: string;
  readonly place: string;
  /** What the last look found, in English. */
  readonly problem: string;
  /** Until which day the proof counts, as 2026-11-22. */
  readonly until: string;
  /** The page of the claim. */
  readonly link: string;
}

/** Nobody waits on a page whose language would be known, so that each mail is written in both. */
const MESSAGES: Readonly<Record<'failing' | 'lapsed', (notice: ProofNotice) => MailMessage>> = {
  failing: ({ registry, place, problem, until, link }) => ({
    subject: `${place}: we no longer see that it is yours / ya no vemos que es tuyo`,
    text: `${registry} looked again for what shows that ${place} is yours, and did not find it.

${problem}

Your answers count as before until ${until}. We look every day; put it back by then, or prove it in another way:

${link}

---

${registry} ha vuelto a buscar lo que muestra que ${place} es tuyo, y no lo ha encontrado (lo que se vio está arriba, en inglés).

Tus respuestas cuentan como antes hasta el ${until}. Miramos cada día; vuelve a ponerlo hasta entonces, o demuéstralo de otra
manera en el enlace de arriba.
`,
  }),
  lapsed: ({ registry, place, problem, link }) => ({
    subject: `${place}: your proof has lapsed / tu prueba ha caducado`,
    text: `For two weeks ${registry} has not found what shows that ${place} is yours.

${problem}

A yes there no longer counts, nor does a no for the whole site or folder. A no for a single address still holds. Prove it
again and everything counts as before:

${link}

---

Durante dos semanas ${registry} no ha encontrado lo que muestra que ${place} es tuyo (lo que se vio está arriba, en inglés).

Un sí allí ya no cuenta, ni un no para todo el sitio o la carpeta. Un no para una sola dirección sigue valiendo. Demuéstralo otra
vez en el enlace de arriba y todo contará como antes.
`,
  }),
};

export function proofNoticeMail(what: 'failing' | 'lapsed', notice: ProofNotice): MailMessage {
  return MESSAGES[what](notice);
}
