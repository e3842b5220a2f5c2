/** What a statement wishes for its use: yes, no, or a no that comes with an offer (`conditional`). */
export const PREFERENCES = ['allow', 'deny', 'conditional'] as const;

export type Preference = (typeof PREFERENCES)[number];
