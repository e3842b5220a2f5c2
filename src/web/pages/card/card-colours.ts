/** Paper and ink by day, whatever the theme of the page: a card is looked at elsewhere. */
export const CARD_COLOURS = {
  paper: '#f4efe4',
  sheet: '#fcf9f2',
  ink: '#1c1a16',
  soft: '#4b463b',
  answers: { DENY: '#a5301d', ALLOW: '#1b665a', CONDITIONAL: '#835400' },
} as const;
