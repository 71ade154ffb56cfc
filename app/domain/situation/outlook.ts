/** How sure somebody feels about finding work, and how they look at it; told by choice, never scored. */
export const CONFIDENCES = ['sure', 'fairly_sure', 'not_sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const ATTITUDES = ['ready_now', 'ready_with_help', 'not_yet'] as const;
export type Attitude = (typeof ATTITUDES)[number];
