import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { VISIT_TASKS } from '~/domain/assisted/visit';
import type { VisitNotice } from '~/domain/assisted/visit-notice';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { visitWords } from '~/i18n/pages/visit';
import type { OwnVisit } from '~/services/view-own-visit.server';
import { AgreementQuestion } from './agreement-question';

interface Props {
  language: Language;
  /** Null: nothing was asked for, or it is over. */
  visit: OwnVisit | null;
  notice: VisitNotice | null;
  /** A colleague uses the portal for them: what only they can say is not asked. */
  helped: boolean;
}

/** The help that somebody asked for, and how far it is; or how to ask for it. */
export function OwnVisitPage({ language, visit, notice, helped }: Props) {
  const words = visitWords.in(language);
  return (
    <>
      <BackLink href="/">{frameWords.in(language).back}</BackLink>
      {notice && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {words.notices[notice]}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      {visit ? <Open visit={visit} language={language} helped={helped} /> : <Nothing language={language} />}
      <p className="govuk-body">
        <a className="govuk-link" href="/guides">
          {words.guides}
        </a>
      </p>
    </>
  );
}

function Nothing({ language }: { language: Language }) {
  const words = visitWords.in(language);
  return (
    <>
      <p className="govuk-body">{words.what}</p>
      <ul className="govuk-list govuk-list--bullet">
        {VISIT_TASKS.map((task) => (
          <li key={task}>{words.tasks[task]}</li>
        ))}
      </ul>
      <Button href="/visits/new">{words.ask}</Button>
    </>
  );
}

function Open({ visit, language, helped }: { visit: OwnVisit; language: Language; helped: boolean }) {
  const words = visitWords.in(language);
  const { id, wants, later, before, champion, agreement } = visit;
  return (
    <>
      <p className="govuk-body">
        <strong>{words.open.heading(words.tasks[wants])}</strong>
      </p>
      {champion === null ? (
        <>
          <p className="govuk-body">{later ? words.open.laterNext : words.open.hereNext}</p>
          {before !== null && (
            <p className="govuk-body">
              {words.open.before(before)} {words.open.tonight}
            </p>
          )}
        </>
      ) : (
        <p className="govuk-body">{words.open.with(champion)}</p>
      )}
      {champion !== null && agreement === 'open' && !helped && (
        <AgreementQuestion visitId={id} name={champion} language={language} />
      )}
      <Done visit={visit} language={language} helped={helped} />
      {champion === null && (
        <form method="post" action={`/visits/${id}/withdrawal`}>
          <Button classes="govuk-button--secondary">{words.open.takeBack}</Button>
        </form>
      )}
    </>
  );
}

/** What was done so far; what they can do alone now goes into their profile only if they say so. */
function Done({ visit: { id, tasks }, language, helped }: { visit: OwnVisit; language: Language; helped: boolean }) {
  const { done, tasks: names } = visitWords.in(language);
  if (tasks.length === 0) return null;
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-s wm-section__heading">{done.heading}</h2>
      {tasks.map(({ task, result, ask }) => (
        <div key={task}>
          <p className="govuk-body">
            <strong>{names[task]}.</strong> {done.results[result]}.
          </p>
          {ask && !helped && (
            <form method="post" action={`/visits/${id}/profile`}>
              <p className="govuk-body">
                {done.askProfile} {done.otherwise}
              </p>
              <input type="hidden" name="task" value={task} />
              <Button classes="govuk-button--secondary">
                {done.yes}
                <span className="govuk-visually-hidden">{done.about(names[task])}</span>
              </Button>
            </form>
          )}
        </div>
      ))}
    </section>
  );
}
