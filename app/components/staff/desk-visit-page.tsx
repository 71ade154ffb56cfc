import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { SummaryList } from '~/components/design-system/summary-list';
import type { DeskNotice } from '~/domain/assisted/visit-notice';
import type { Language } from '~/domain/language';
import { deskWords } from '~/i18n/pages/desk';
import { frameWords } from '~/i18n/pages/frame';
import type { DeskVisit } from '~/services/view-desk.server';
import { DeskBanner } from './desk-banner';
import { DeskResults, type ResultProblems, type ResultValues } from './desk-results';
import { DeskScreen } from './desk-screen';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  visit: DeskVisit;
  notice: DeskNotice | null;
  values: ResultValues;
  problems: ResultProblems;
  me: { firstName: string; lastName: string };
}

/** One visit: what they want, the guide for it, help on the champion's screen, and what came of it. No notes. */
export function DeskVisitPage({ language, visit, notice, values, problems, me }: Props) {
  const words = deskWords.in(language);
  const wording = wordingFor(language, { zone: visit.zone, now: visit.now });
  const { id, customer, wants, open, champion } = visit;
  const name = wording.name(customer);
  const errors = (['task', 'result'] as const).flatMap((field) =>
    problems[field] ? [{ text: words.visit.did.errors[field], href: `#${field}` }] : [],
  );
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/desk">{words.visit.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      {notice && errors.length === 0 && (
        <DeskBanner notice={notice} about={visit.mayReopen ? id : null} language={language} />
      )}
      <h1 className="govuk-heading-l">{name}</h1>
      {!open && <p className="govuk-body">{words.visit.over}</p>}
      {open && champion === null && (
        <form method="post" action={`/staff/desk/${id}/taking`}>
          <Button>{words.take}</Button>
        </form>
      )}
      <Facts visit={visit} wording={wording} />
      <ul className="wm-links">
        <li>
          <a className="govuk-link" href={`/staff/guides/${wants}`}>
            {words.visit.guide}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={`/staff/customers/${customer.id}/card`}>
            {words.visit.card}
          </a>
        </li>
      </ul>
      {open && champion !== null && <DeskScreen visit={visit} language={language} />}
      <DeskResults visit={visit} language={language} values={values} problems={problems} />
      {open && champion !== null && (
        <div className="wm-section">
          <p className="govuk-body">{words.visit.finishText}</p>
          <div className="govuk-button-group">
            <form method="post" action={`/staff/desk/${id}/end`}>
              <Button>{words.visit.finish}</Button>
            </form>
            <form method="post" action={`/staff/desk/${id}/putting-back`}>
              <Button classes="govuk-button--secondary">{words.visit.putBack}</Button>
            </form>
          </div>
        </div>
      )}
    </div>
  );
}

function Facts({ visit, wording }: { visit: DeskVisit; wording: Wording }) {
  const { visit: words, ...desk } = deskWords.in(wording.language);
  const { wants, askedAt, askedFrom, kiosk, champion, level, nextMeeting, ways } = visit;
  const where = kiosk === null ? desk.origins[askedFrom] : desk.kiosk(kiosk);
  const reach = ways.map(({ kind, hint }) => {
    if (hint.kind === 'number') return words.ending(words.kinds[kind], hint.ending);
    return hint.kind === 'email' ? words.beginning(words.kinds[kind], hint.beginning) : words.kinds[kind];
  });
  const rows: [string, string][] = [
    [words.wants, desk.tasks[wants]],
    [words.asked, words.askedAt(wording.when(askedAt), where)],
    [words.champion, champion ? wording.name(champion) : words.nobody],
    [words.level, level ? desk.levels[level] : words.levelUnknown],
    [words.next, nextMeeting === null ? words.nextNone : wording.when(nextMeeting)],
    [words.ways, reach.length > 0 ? reach.join('; ') : words.waysNone],
  ];
  return <SummaryList rows={rows.map(([key, value]) => ({ key, value }))} />;
}
