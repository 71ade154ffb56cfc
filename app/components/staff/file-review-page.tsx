import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { SummaryList } from '~/components/design-system/summary-list';
import { InsetText } from '~/components/design-system/text-blocks';
import { likelierKind } from '~/domain/import/formats';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { fileWords } from '~/i18n/pages/staff-files';
import type { FileReview } from '~/services/import-on-screen.server';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  review: FileReview;
  /** As many lines as are shown. */
  shown: number;
  done: 'saved' | 'dropped' | 'over' | null;
  me: { firstName: string; lastName: string };
}

/** What is wrong with a line is said with the names of its columns, which are English. */
const REASONS_IN = 'en';

/** What a file would do, row by row where it is not right; and the buttons that save it or put it away. */
export function FileReviewPage({ language, review, shown, done, me }: Props) {
  const words = fileWords.in(language);
  const { file, report } = review;
  const say = words.review;
  const counts = report ? { ...report.counts, rejected: report.rejected.length } : file;
  const toSave = report?.outcome.ok ? report.counts.created + report.counts.updated : 0;
  const rather = report && likelierKind(file.kind, report.header);
  const base = `/staff/office/import/${file.id}`;
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/office/import">{frameWords.in(language).back}</BackLink>
      {done && (
        <NotificationBanner type={done === 'saved' ? 'success' : undefined} title={frameWords.in(language).done}>
          {say[done]}
        </NotificationBanner>
      )}
      <span className="govuk-caption-l">{words.send.kinds[file.kind]}</span>
      <h1 className="govuk-heading-l">{report ? say.title(file.fileName) : say.done(file.fileName)}</h1>
      {rather && <InsetText>{say.rather(words.send.kinds[rather])}</InsetText>}
      {report && !report.outcome.ok && (
        <InsetText>
          {say.nothing} <span lang={REASONS_IN}>{report.outcome.reason}</span>
        </InsetText>
      )}
      {(report?.outcome.ok || file.state === 'saved') && (
        <>
          <p className="govuk-body">{report ? say.wouldBe : say.was}</p>
          <SummaryList
            rows={[
              { key: say.saysNew, value: say.lines(counts.created) },
              { key: say.saysChanged, value: say.lines(counts.updated) },
              { key: say.saysSame, value: say.lines(counts.unchanged) },
              { key: say.saysWrong, value: say.lines(counts.rejected) },
            ]}
          />
        </>
      )}
      {file.state === 'dropped' && <p className="govuk-body">{words.earlier.states.dropped}.</p>}
      {report && (
        <div className="wm-buttons">
          {toSave > 0 && (
            <form method="post" action={`${base}/saving`}>
              <Button>{say.save(toSave)}</Button>
            </form>
          )}
          <form method="post" action={`${base}/putting-away`}>
            <Button classes="govuk-button--secondary">{say.drop}</Button>
          </form>
        </div>
      )}
      {report && <Wrong report={report} shown={shown} base={base} language={language} />}
      {report && report.warnings.length > 0 && <Warnings report={report} shown={shown} language={language} />}
    </div>
  );
}

type Report = NonNullable<FileReview['report']>;

function Wrong({ report, shown, base, language }: { report: Report; shown: number; base: string; language: Language }) {
  const say = fileWords.in(language).review;
  const ignored = report.outcome.ok ? report.outcome.ignoredColumns : [];
  const names = ignored.map(({ name, meant }) => (meant ? say.meant(name, meant) : `“${name}”`)).join(', ');
  return (
    <>
      {names !== '' && <p className="govuk-body">{say.ignored(names)}</p>}
      {report.rejected.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">{say.wrong.heading}</h2>
          <p className="govuk-body">
            {say.wrong.intro} {say.wrong.goes}
          </p>
          <ol className="wm-needs__list wm-record__entries">
            {report.rejected.slice(0, shown).map(({ line, reasons, cells }) => (
              <li key={line} className="wm-need">
                <h3 className="wm-need__who">
                  {say.wrong.line} {line}
                </h3>
                <p className="wm-need__why" lang={REASONS_IN}>
                  {reasons.join('; ')}
                </p>
                {cells.length > 0 && <p className="wm-need__why wm-quiet">{cells.filter(Boolean).join(', ')}</p>}
              </li>
            ))}
          </ol>
          {report.rejected.length > shown && (
            <p className="govuk-body">{say.wrong.more(report.rejected.length - shown)}</p>
          )}
          <p className="govuk-body">
            <a className="govuk-link" href={`${base}/rejected.csv`}>
              {say.wrong.take}
            </a>
          </p>
        </section>
      )}
    </>
  );
}

function Warnings({ report, shown, language }: { report: Report; shown: number; language: Language }) {
  const say = fileWords.in(language).review;
  return (
    <section>
      <h2 className="govuk-heading-m">{say.warnings}</h2>
      <p className="govuk-body">{say.warningsIntro}</p>
      <ul className="govuk-list govuk-list--bullet">
        {report.warnings.slice(0, shown).map(({ line, warning }, index) => (
          <li key={index}>
            {say.wrong.line} {line}: <span lang={REASONS_IN}>{warning}</span>
          </li>
        ))}
      </ul>
      {report.warnings.length > shown && <p className="govuk-body">{say.wrong.more(report.warnings.length - shown)}</p>}
    </section>
  );
}
