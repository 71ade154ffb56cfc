/** The parts of the United Kingdom that have bank holidays of their own, named as the government's list names them. */
export const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Division = (typeof DIVISIONS)[number];
