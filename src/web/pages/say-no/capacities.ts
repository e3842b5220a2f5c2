/** As what somebody can answer, the likeliest first. */
export const CAPACITIES = ['AUTHOR', 'RIGHTSHOLDER', 'AGENT', 'HEIR', 'PERSON_DEPICTED', 'HOST'] as const;
