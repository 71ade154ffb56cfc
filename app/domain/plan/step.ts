/** Who has agreed to do a step. */
export const STEP_OWNERS = ['customer', 'adviser', 'partner'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];
