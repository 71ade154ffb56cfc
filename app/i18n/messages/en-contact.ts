/** Tells whoever has the old number or address that something about how we reach them was changed. */
export const contact = {
  subject: 'A change to your details',
  things: { phone: 'phone number', email: 'email address', post: 'postal address' },
  changed: (g: ContactNoticeGaps) => `your ${g.thing} with us was changed`,
  added: (g: ContactNoticeGaps) => `a new ${g.thing} was added to your details with us`,
  removed: (g: ContactNoticeGaps) => `your ${g.thing} was taken off your details with us`,
  /** For somebody whose messages others may read: not even what it was. */
  discreet: (_: ContactNoticeGaps) => 'a change was made for you',
  text: (g: ContactNoticeGaps, what: string) =>
    `Hi ${g.first}, ${what} ${g.onDate} at ${g.time}. If that was not you, call ${g.phone}.`,
};

/** The facts of such a notice, ready for sentences. */
export interface ContactNoticeGaps {
  first: string;
  thing: string;
  onDate: string;
  time: string;
  phone: string;
}
