/** What is asked of a supplier for somebody: a letter or plan in another form, or a person who signs or interprets. */
export const REQUEST_KINDS = ['braille', 'audio', 'bsl', 'interpreter', 'easy_read'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Those who come to a meeting; without them it is not ready. */
export const PEOPLE_REQUESTED: readonly RequestKind[] = ['bsl', 'interpreter'];

/** What is wanted in the other form; null on record: somebody who comes to a meeting. */
export const REQUESTED_PAPERS = ['appointment_letter', 'plan', 'change_of_details', 'other'] as const;
export type RequestedPaper = (typeof REQUESTED_PAPERS)[number];

/** How far it is: nobody has seen to it, the supplier was asked, it is promised, it is done, or it cannot be had. */
export const REQUEST_STATES = ['to_arrange', 'asked', 'booked', 'done', 'cannot', 'cancelled'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
