import type { EnumValue } from '../../../client/graphql.js';

type Templates = Readonly<Record<EnumValue<'DecisionReason'>, string>>;

/**
 * What a note may begin with, in each language: both sides read it, and not all read that of the moderator. A moderator puts what they looked
 * at in the place of the dots, without which a note says nothing.
 */
export const DECISION_TEMPLATES: Readonly<Record<'en' | 'es', Templates>> = {
  en: {
    EVIDENCE_CONVINCING: 'We looked at … It shows that this is theirs, because …',
    PUBLIC_RECORD: 'The public record at … names them as …',
    MANDATE_SHOWN: 'We saw the mandate of …, which covers …',
    EVIDENCE_MISSING: 'What was sent does not show whose this is. It would help to see …',
    EVIDENCE_CONTRADICTED: 'What was sent says …, but … shows otherwise.',
    SOMEONE_ELSE: 'This belongs to somebody else, as … shows.',
    MANDATE_MISSING: 'You act for somebody and did not show that you may. Please send …',
    PUBLIC_DOMAIN: 'Nobody holds rights in this work any more: its author died in …',
    DECEASED_AUTHOR: 'Its author died in …, and no right to it was shown. An heir can show …',
    LEGAL_ORDER: 'An order of … of … demands it.',
    ABUSE: 'This was claimed against better knowledge: …',
    ILLEGAL: 'This may be shown to nobody, and is hidden from everybody.',
  },
  es: {
    EVIDENCE_CONVINCING: 'Miramos … Muestra que esto es suyo, porque …',
    PUBLIC_RECORD: 'El registro público en … lo nombra como …',
    MANDATE_SHOWN: 'Vimos el mandato de …, que abarca …',
    EVIDENCE_MISSING: 'Lo enviado no muestra de quién es. Ayudaría ver …',
    EVIDENCE_CONTRADICTED: 'Lo enviado dice …, pero … muestra lo contrario.',
    SOMEONE_ELSE: 'Esto es de otra persona, como muestra …',
    MANDATE_MISSING: 'Actúas por alguien y no mostraste que puedes hacerlo. Envía, por favor, …',
    PUBLIC_DOMAIN: 'Nadie tiene ya derechos sobre esta obra: su autor murió en …',
    DECEASED_AUTHOR: 'Su autor murió en … y no se mostró ningún derecho. Quien hereda puede mostrar …',
    LEGAL_ORDER: 'Lo exige una orden de … del …',
    ABUSE: 'Se declaró a sabiendas de que era falso: …',
    ILLEGAL: 'Esto no se puede mostrar a nadie y queda oculto para todo el mundo.',
  },
};
