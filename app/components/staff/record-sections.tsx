import type { ReactNode } from 'react';
import { formatDate } from '~/i18n/format';
import { recordWords } from '~/i18n/pages/record';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { HelpedLine } from './helped-line';
import type { Wording } from './wording';

interface Props {
  record: StaffCustomer;
  wording: Wording;
}

/** One part of a record, under a heading of its own. */
export function RecordSection({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="wm-record__part">
      <h2 className="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

/** A list, or a word that there is nothing on it. */
function Listed({ none, children }: { none: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="govuk-body">{none}</p>;
  return <ul className="govuk-list">{children}</ul>;
}

/** Numbers and addresses that the customer has changed and that nobody has said they saw. */
export function ContactChanges({ record, wording }: Props) {
  const words = recordWords.in(wording.language);
  const back = `/staff/customers/${record.customer.id}`;
  if (record.changes.length === 0) return null;
  return (
    <RecordSection id="changes" heading={words.changes}>
      <ul className="govuk-list">
        {record.changes.map(({ id, kind, display, at, replaces }) => (
          <li key={id}>
            {words.change(wording.words.contactKinds[kind], display, wording.when(at))}
            {replaces && ` – ${words.replaces}`}
            <form method="post" action={`/staff/contact-changes/${id}/seen`} className="wm-buttons">
              <input type="hidden" name="back" value={back} />
              <button className="wm-tap" type="submit">
                {words.seen}
                <span className="govuk-visually-hidden">{words.seenAbout(display)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}

/** What they need to take part. */
export function RecordNeeds({ record, wording }: Props) {
  const words = recordWords.in(wording.language);
  return (
    <RecordSection id="needs" heading={words.needs}>
      <Listed none={words.noNeeds}>
        {record.accessNeeds.map(({ id, need, detail, helped }) => (
          <li key={id}>
            {detail ? words.withDetail(words.accessNeeds[need], detail) : words.accessNeeds[need]}
            <HelpedLine helped={helped} wording={wording} />
          </li>
        ))}
      </Listed>
    </RecordSection>
  );
}

/** What stands in the way of work, as they tell it. */
export function RecordBarriers({ record, wording }: Props) {
  const words = recordWords.in(wording.language);
  return (
    <RecordSection id="barriers" heading={words.barriers}>
      <Listed none={words.noBarriers}>
        {record.barriers.map(({ id, kind, note, helped }) => (
          <li key={id}>
            {words.barrierNames[kind]}
            {note !== null && <blockquote className="wm-need__text wm-journal__text">{note}</blockquote>}
            <HelpedLine helped={helped} wording={wording} />
          </li>
        ))}
      </Listed>
    </RecordSection>
  );
}

/** To whom the plan may be shown. */
export function RecordConsents({ record, wording }: Props) {
  const words = recordWords.in(wording.language);
  const day = (at: number) => formatDate(at, record.zone, wording.language);
  return (
    <RecordSection id="consents" heading={words.consents}>
      <Listed none={words.noConsents}>
        {record.consents.map(({ id, partner, givenAt, withdrawnAt }) => (
          <li key={id}>
            {withdrawnAt === null ? words.given(partner, day(givenAt)) : words.withdrawn(partner, day(withdrawnAt))}
          </li>
        ))}
      </Listed>
    </RecordSection>
  );
}

/** How the plan stands, in one line. */
export function RecordPlan({ record, wording }: Props) {
  const words = recordWords.in(wording.language);
  const { open, late, trouble } = record.plan;
  const line = [
    open > 0 ? words.steps.open(open) : words.noSteps,
    late > 0 ? words.steps.late(late) : '',
    trouble > 0 ? words.steps.trouble(trouble) : '',
  ];
  return (
    <RecordSection id="plan" heading={words.planSummary}>
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${record.customer.id}/plan`}>
          {line.filter(Boolean).join(', ')}
        </a>
      </p>
    </RecordSection>
  );
}
