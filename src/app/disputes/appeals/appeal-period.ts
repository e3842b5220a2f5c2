/** How long a side can appeal from what a moderator decided: 14 days, in milliseconds. */
export const APPEAL_PERIOD = 14 * 24 * 60 * 60 * 1000;
