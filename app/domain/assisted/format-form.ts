import { isDate } from '../appointment/chosen-day';
import {
  PEOPLE_REQUESTED,
  REQUEST_KINDS,
  REQUESTED_PAPERS,
  type RequestedPaper,
  type RequestKind,
  type RequestState,
} from './format-request';

export type RequestProblem =
  | 'choose_state'
  | 'who_is_booked'
  | 'too_long'
  | 'due_missing'
  | 'reason_missing'
  | 'choose_kind'
  | 'choose_meeting'
  | 'choose_paper';

/** What a colleague may say of a request; that it is called off follows from the meeting or the need. */
export const STATES_TO_SAY = ['to_arrange', 'asked', 'booked', 'done', 'cannot'] as const satisfies RequestState[];

/** As they are asked, from the top. */
export const REQUEST_FIELDS = ['state', 'supplier', 'reference', 'due', 'note'] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];
export type RequestValues = Record<RequestField, string>;
export type RequestProblems = Partial<Record<RequestField, RequestProblem>>;

/** The most letters of each. */
const MOST = { supplier: 100, reference: 60, note: 1_000, spoken: 60 } as const;

export interface SaidOfRequest {
  state: (typeof STATES_TO_SAY)[number];
  supplier: string;
  reference: string;
  dueOn: string;
  note: string;
}

/** Reads what a colleague says of a request. Who is booked has a name, and what cannot be had has a reason. */
export function readRequest(
  values: RequestValues,
): { ok: true; said: SaidOfRequest } | { ok: false; problems: RequestProblems } {
  const problems: RequestProblems = {};
  const [supplier, reference, note] = [values.supplier.trim(), values.reference.trim(), values.note.trim()];
  const state = STATES_TO_SAY.find((one) => one === values.state);
  if (!state) problems.state = 'choose_state';
  if (supplier.length > MOST.supplier) problems.supplier = 'too_long';
  else if (state === 'booked' && supplier === '') problems.supplier = 'who_is_booked';
  if (reference.length > MOST.reference) problems.reference = 'too_long';
  if (!isDate(values.due)) problems.due = 'due_missing';
  if (note.length > MOST.note) problems.note = 'too_long';
  else if (state === 'cannot' && note === '') problems.note = 'reason_missing';
  if (!state || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, said: { state, supplier, reference, dueOn: values.due, note } };
}

/** As they are asked when somebody asks by hand. */
export const NEW_REQUEST_FIELDS = ['kind', 'meeting', 'spoken', 'paper', 'due', 'note'] as const;
export type NewRequestField = (typeof NEW_REQUEST_FIELDS)[number];
export type NewRequestValues = Record<NewRequestField, string>;
export type NewRequestProblems = Partial<Record<NewRequestField, RequestProblem>>;

export interface NewRequest {
  kind: RequestKind;
  /** The meeting; null for a paper that is about none. */
  appointmentId: string | null;
  /** Null: somebody who comes. */
  paper: RequestedPaper | null;
  spoken: string;
  /** Null: it is worked out. */
  dueOn: string | null;
  note: string;
}

/**
 * Reads what a colleague asks for by hand: somebody who comes needs a meeting, anything else needs a paper.
 * @param meetings the ids of those that can be chosen.
 */
export function readNewRequest(
  values: NewRequestValues,
  meetings: readonly string[],
): { ok: true; wanted: NewRequest } | { ok: false; problems: NewRequestProblems } {
  const problems: NewRequestProblems = {};
  const kind = REQUEST_KINDS.find((one) => one === values.kind);
  if (!kind) problems.kind = 'choose_kind';
  const comes = kind !== undefined && PEOPLE_REQUESTED.includes(kind);
  const meeting = meetings.find((id) => id === values.meeting) ?? null;
  const paper = REQUESTED_PAPERS.find((one) => one === values.paper) ?? null;
  if (comes && meeting === null) problems.meeting = 'choose_meeting';
  if (kind && !comes && paper === null) problems.paper = 'choose_paper';
  const [spoken, note] = [values.spoken.trim(), values.note.trim()];
  if (spoken.length > MOST.spoken) problems.spoken = 'too_long';
  if (note.length > MOST.note) problems.note = 'too_long';
  if (values.due !== '' && !isDate(values.due)) problems.due = 'due_missing';
  if (!kind || Object.keys(problems).length > 0) return { ok: false, problems };
  const said = { kind, spoken: kind === 'interpreter' ? spoken : '', dueOn: values.due || null, note };
  return { ok: true, wanted: { ...said, appointmentId: meeting, paper: comes ? null : paper } };
}
