import { postgresTables } from './postgres';

// drizzle-kit looks for tables among a module's exports; this and its twin exist for it alone.
export const {
  offices,
  staff,
  customers,
  contactPoints,
  optOuts,
  availability,
  appointments,
  appointmentEvents,
  appointmentLinks,
  reminders,
  messages,
  messageEvents,
  replies,
  callList,
  sessions,
  signInCodes,
  oneTimeSignIns,
  auditEntries,
  auditHeads,
  workers,
  steps,
  clubs,
  areas,
} = postgresTables;
