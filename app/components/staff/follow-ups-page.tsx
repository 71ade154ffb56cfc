import type { ReactNode } from 'react';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { dayInWords } from '~/i18n/plan-lines';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords } from '~/i18n/pages/record';
import { followUpWords } from '~/i18n/pages/staff-follow-ups';
import type { FollowUpsView } from '~/services/view-follow-ups.server';
import { StaffDoneBanner, type Notice } from './done-banner';
import { FollowUpEntry } from './follow-up-entry';
import { StaffBar } from './staff-bar';
import { UndoForm } from './undo-form';
import { ViewSwitch } from './view-switch';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: FollowUpsView;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
  /** The follow-up whose words were too long, and the words. */
  fault: { id: string; note: string } | null;
}

const VIEWS = ['mine', 'office'] as const;

/** The plans to ask after: those that are due first, then those that soon are, and what was done. */
export function FollowUpsPage({ language, view, notice, me, fault }: Props) {
  const { zone, now, show, overdue, soon, done } = view;
  const wording = wordingFor(language, { zone, now });
  const words = followUpWords.in(language);
  const pathOf = (one: string) => `/staff/follow-ups?show=${one}`;
  const back = pathOf(show);
  const entries = (some: FollowUpsView['overdue']) =>
    some.map((one) => (
      <FollowUpEntry
        key={one.id}
        {...{ followUp: one, clock: { zone, now }, back, showAdviser: show === 'office', wording }}
        typed={fault?.id === one.id ? fault.note : null}
      />
    ));
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{recordWords.in(language).back}</BackLink>
      {fault && (
        <ErrorSummary
          title={frameWords.in(language).problem}
          errors={[{ text: words.errors.note, href: `#note-${fault.id}` }]}
        />
      )}
      {notice && !fault && <StaffDoneBanner notice={notice} wording={wording} back={back} />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <ViewSwitch label={words.viewsLabel} views={VIEWS} names={words.views} shown={show} pathOf={pathOf} />
      <Part id="due" title={words.overdue} none={words.none}>
        {entries(overdue)}
      </Part>
      <Part id="soon" title={words.soon} none={words.noneSoon}>
        {entries(soon)}
      </Part>
      {done.length > 0 && (
        <Part id="done" title={words.done} none="">
          {done.toReversed().map(({ id, customer, months, doneAt }) => (
            <li key={id} className="wm-need wm-need--line">
              {words.doneLine(wording.name(customer), words.months(months), dayInWords(doneAt, view, language))}
              <UndoForm
                action={`/staff/follow-ups/${id}/done-undo`}
                back={back}
                words={wording.words}
                about={words.about(wording.name(customer))}
              />
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ id, title, none, children }: { id: string; title: string; none: string; children: ReactNode[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children.length === 0 ? <p className="govuk-body">{none}</p> : <ul className="wm-needs__list">{children}</ul>}
    </section>
  );
}
