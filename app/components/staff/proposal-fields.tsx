import { Checkboxes } from '~/components/design-system/checkboxes';
import { Input } from '~/components/design-system/input';
import { Tag } from '~/components/design-system/text-blocks';
import { bookingWords } from '~/i18n/pages/staff-booking';
import { seriesWords } from '~/i18n/pages/staff-series';
import type { Proposal } from '~/domain/appointment/series-dates';
import type { Wording } from './wording';

interface Props {
  n: number;
  proposal: Proposal;
  /** The date in words. */
  label: string;
  wording: Wording;
}

/** One proposed date: a tick, how it stands, and the date and time to change. */
export function ProposalFields({ n, proposal, label, wording }: Props) {
  const words = seriesWords.in(wording.language);
  const { date, time, ticked, state } = proposal;
  const colour = state === 'free' ? 'govuk-tag--green' : 'govuk-tag--yellow';
  return (
    <li className="wm-proposal">
      <Checkboxes
        name={`tick-${n}`}
        classes="govuk-checkboxes--small"
        items={[
          {
            value: 'yes',
            checked: ticked,
            text: (
              <>
                {words.book(label)}{' '}
                {state && <Tag classes={colour}>{bookingWords.in(wording.language).states[state]}</Tag>}
              </>
            ),
          },
        ]}
      />
      <div className="wm-proposal__fields">
        <Input
          name={`date-${n}`}
          type="date"
          label={{ text: words.dateOf(n + 1) }}
          defaultValue={date}
          classes="govuk-input--width-10"
        />
        <Input
          name={`time-${n}`}
          type="time"
          label={{ text: words.timeOf(n + 1) }}
          defaultValue={time}
          classes="govuk-input--width-10"
        />
      </div>
    </li>
  );
}
