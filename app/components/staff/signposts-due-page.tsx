import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import type { SignpostNotice } from '~/http/signpost-desk.server';
import { recordWords } from '~/i18n/pages/record';
import { signpostWords } from '~/i18n/pages/signposts';
import type { SignpostsDueView } from '~/services/ask-about-signposts.server';
import { SignpostBanner } from './signpost-banner';
import { SignpostEntry } from './signpost-entry';
import { StaffBar } from './staff-bar';
import { UndoForm } from './undo-form';
import { ViewSwitch } from './view-switch';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: SignpostsDueView;
  notice: SignpostNotice | null;
  me: { firstName: string; lastName: string };
}

const VIEWS = ['mine', 'office'] as const;

/** Who is to be asked today how it went, and what was recorded lately. */
export function SignpostsDuePage({ language, view, notice, me }: Props) {
  const { zone, now, show, due, asked } = view;
  const wording = wordingFor(language, { zone, now });
  const all = signpostWords.in(language);
  const words = all.due;
  const pathOf = (one: string) => `/staff/signposts?show=${one}`;
  const back = pathOf(show);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{recordWords.in(language).back}</BackLink>
      {notice && <SignpostBanner {...{ notice, back, wording }} />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <ViewSwitch label={words.viewsLabel} views={VIEWS} names={words.views} shown={show} pathOf={pathOf} />
      <section aria-labelledby="due">
        <h2 className="govuk-heading-m" id="due">
          {words.today}
        </h2>
        {due.length === 0 && <p className="govuk-body">{words.none}</p>}
        {due.length > 0 && (
          <ul className="wm-needs__list">
            {due.map((one) => (
              <SignpostEntry
                key={one.id}
                {...{ signpost: one, clock: { zone, now }, wording, back, showAdviser: show === 'office' }}
              />
            ))}
          </ul>
        )}
      </section>
      {asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 className="govuk-heading-m" id="asked">
            {words.recent}
          </h2>
          <ul className="wm-needs__list">
            {asked.map(({ id, customer, name, outcome }) => (
              <li key={id} className="wm-need wm-need--line">
                {words.recorded(wording.name(customer), name, outcome ? all.outcomes[outcome] : '')}
                <UndoForm
                  action={`/staff/signposts/${id}/outcome-undo`}
                  back={back}
                  words={wording.words}
                  label={words.putBack}
                  about={all.about(wording.name(customer))}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
