import type { ReactNode } from 'react';
import { BackLink } from '~/components/design-system/links';
import type { FormatNotice } from '~/domain/assisted/format-notice';
import type { Language } from '~/domain/language';
import { formatWords } from '~/i18n/pages/formats';
import { recordWords } from '~/i18n/pages/record';
import type { FormatRequestsView, ShownRequest } from '~/services/view-format-requests.server';
import { FormatBanner } from './format-banner';
import { FormatRequestEntry } from './format-request-entry';
import { StaffBar } from './staff-bar';
import { ViewSwitch } from './view-switch';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: FormatRequestsView;
  notice: FormatNotice | null;
  me: { id: string; firstName: string; lastName: string };
}

const VIEWS = ['mine', 'all', 'manager'] as const;
const PARTS = ['pressing', 'open', 'booked', 'closed'] as const;

/** What the office has asked suppliers for and has still to ask: what presses first. */
export function FormatsPage({ language, view, notice, me }: Props) {
  const { zone, now, show } = view;
  const wording = wordingFor(language, { zone, now, date: null });
  const words = formatWords.in(language);
  const titles = { pressing: words.late, open: words.open, booked: words.booked, closed: words.closed };
  const entry = (request: ShownRequest) => (
    <FormatRequestEntry
      key={request.id}
      {...{ request, clock: view, showCustomer: true, me: me.id, wording }}
      back="list"
    />
  );
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{recordWords.in(language).back}</BackLink>
      {notice && <FormatBanner notice={notice} back="list" wording={wording} />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <ViewSwitch
        label={words.viewsLabel}
        views={VIEWS}
        names={words.views}
        shown={show}
        pathOf={(one) => `/staff/formats?show=${one}`}
      />
      {PARTS.map((part) => (
        <Part key={part} id={part} title={titles[part]} none={words.none}>
          {view[part].map(entry)}
        </Part>
      ))}
      <p className="govuk-body wm-no-print">{words.print}</p>
    </div>
  );
}

/** A list under its heading, or a word that there is nothing on it. */
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
