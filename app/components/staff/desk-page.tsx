import type { DeskNotice } from '~/domain/assisted/visit-notice';
import type { Language } from '~/domain/language';
import { deskWords } from '~/i18n/pages/desk';
import type { Desk, DeskRow as Row } from '~/services/view-desk.server';
import { DeskBanner } from './desk-banner';
import { DeskRow } from './desk-row';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  desk: Desk;
  notice: DeskNotice | null;
  about: string | null;
  me: { firstName: string; lastName: string };
}

/** Who waits for a champion, who is being helped, and who was helped today. */
export function DeskPage({ language, desk, notice, about, me }: Props) {
  const words = deskWords.in(language);
  const { office, now, waiting, withChampion, later, done } = desk;
  const list = (rows: readonly Row[], kind: Parameters<typeof DeskRow>[0]['kind']) => (
    <ul className="wm-desk">
      {rows.map((row) => (
        <DeskRow key={row.id} row={row} zone={office.zone} now={now} language={language} kind={kind} />
      ))}
    </ul>
  );
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {notice && <DeskBanner notice={notice} about={about} language={language} />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">
        {words.intro} {words.onRecord}
      </p>
      <ul className="wm-links">
        {(
          [
            ['/staff/customers', words.links.find],
            ['/staff/desk/print', words.links.print],
            ['/staff/guides', words.links.guides],
            ['/staff/kiosk-pin', words.kioskPin],
          ] as const
        ).map(([path, text]) => (
          <li key={path}>
            <a className="govuk-link" href={path}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{words.waiting(waiting.length)}</h2>
      {waiting.length > 0 ? list(waiting, 'waiting') : <p className="govuk-body">{words.nobody}</p>}
      {withChampion.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.withChampion}</h2>
          {list(withChampion, 'with')}
        </>
      )}
      {later.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.later}</h2>
          <p className="govuk-body">{words.laterText}</p>
          {list(later, 'later')}
        </>
      )}
      <h2 className="govuk-heading-m">{words.done}</h2>
      {done.length > 0 ? list(done, 'done') : <p className="govuk-body">{words.doneNone}</p>}
    </div>
  );
}
