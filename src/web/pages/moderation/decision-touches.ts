/** Types of which a decision may change more than its answer holds: what waits, how much of it, and what is decided. */
export const DECISION_TOUCHES = ['Case', 'QueueLoad', 'Dispute'];
