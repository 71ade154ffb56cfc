/** Who has agreed to do a step. */
export const STEP_OWNERS = ['customer', 'adviser', 'partner'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

/** Why a step is not going on, as the person says. */
export const STEP_TROUBLES = ['cannot', 'help'] as const;
export type StepTrouble = (typeof STEP_TROUBLES)[number];

/** What happens to a step. `reopened` undoes `done`, `cannot` and `help`; `reviewed`: looked at together, and it goes on. */
export const STEP_EVENTS = ['added', 'done', 'cannot', 'help', 'reopened', 'changed', 'ended', 'reviewed'] as const;
export type StepEventKind = (typeof STEP_EVENTS)[number];

/** A goal near at hand, or one further off. */
export const GOAL_HORIZONS = ['short', 'long'] as const;
export type GoalHorizon = (typeof GOAL_HORIZONS)[number];
