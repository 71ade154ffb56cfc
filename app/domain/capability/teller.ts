/** Whose profile it is, and who fills it in: they themselves, or the colleague with this id, who asks them. */
export interface ProfileTeller {
  customerId: string;
  officeId: string;
  staffId: string | null;
}

/** Who tells it: the customer who is signed in, or the colleague who uses the portal for them at present. */
export function tellerOf(person: { id: string; officeId: string; help: { by: { id: string } } | null }): ProfileTeller {
  return { customerId: person.id, officeId: person.officeId, staffId: person.help?.by.id ?? null };
}
