import { Tag } from '~/components/design-system/text-blocks';
import type { DayState } from '~/domain/appointment/day-state';
import type { Wording } from './wording';

/** Words first; the colour only repeats them. */
const COLOUR: Record<DayState, string> = {
  confirmed: 'govuk-tag--green',
  no_reply: 'govuk-tag--grey',
  cannot_come: 'govuk-tag--orange',
  not_recorded: 'govuk-tag--yellow',
  attended: 'govuk-tag--green',
  attended_late: 'govuk-tag--green',
  failed_to_attend: 'govuk-tag--grey',
  excused: 'govuk-tag--grey',
  rearranged: 'govuk-tag--grey',
  cancelled: 'govuk-tag--grey',
};

/** How an appointment stands, in a word or two. */
export function StateTag({ state, wording }: { state: DayState; wording: Wording }) {
  return <Tag classes={COLOUR[state]}>{wording.words.states[state]}</Tag>;
}
