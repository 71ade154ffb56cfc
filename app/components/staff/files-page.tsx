import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { Details } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import { IMPORT_FORMATS } from '~/domain/import/formats';
import { IMPORT_KINDS } from '~/domain/import/import-run';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { fileWords } from '~/i18n/pages/staff-files';
import { officeWords } from '~/i18n/pages/staff-office';
import type { FilesView } from '~/services/import-on-screen.server';
import { StaffBar } from './staff-bar';

export interface FileProblems {
  kind?: 'kind';
  file?: 'file' | 'empty' | 'unreadable';
  /** What is wrong with a file that cannot be read. */
  words?: string;
}

interface Props {
  language: Language;
  view: FilesView;
  problems: FileProblems;
  kind: string;
  me: { firstName: string; lastName: string };
}

/** A file to send in, files to take out, and those that were sent in before. */
export function FilesPage({ language, view, problems, kind, me }: Props) {
  const words = fileWords.in(language);
  const { send, take, earlier } = words;
  const frame = frameWords.in(language);
  const fileError = problems.file === 'unreadable' ? send.problems.unreadable(problems.words ?? '') : problems.file && send.problems[problems.file]; // prettier-ignore
  const kindError = problems.kind && send.problems.kind;
  const errors = [
    ...(kindError ? [{ text: kindError, href: '#kind' }] : []),
    ...(fileError ? [{ text: fileError, href: '#file' }] : []),
  ];
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/office">{officeWords.in(language).back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <h2 className="govuk-heading-m">{send.heading}</h2>
      <p className="govuk-body">
        {send.intro} {send.columns(view.officeRef)}
      </p>
      <Columns language={language} />
      <form method="post" action="/staff/office/import" encType="multipart/form-data" noValidate>
        <Radios
          name="kind"
          fieldset={{ legend: { text: send.kind } }}
          items={IMPORT_KINDS.map((value) => ({ value, text: send.kinds[value] }))}
          value={kind}
          error={errorBeside(kindError, language)}
        />
        <Input name="file" type="file" label={{ text: send.file }} error={errorBeside(fileError, language)} />
        <Button>{send.submit}</Button>
      </form>
      <h2 className="govuk-heading-m">{take.heading}</h2>
      <p className="govuk-body">{take.intro}</p>
      <ul className="govuk-list govuk-list--bullet">
        {IMPORT_KINDS.map((one) => (
          <li key={one}>
            <a className="govuk-link" href={`/staff/office/export/${one}.csv`}>
              {take.kinds[one]}
            </a>{' '}
            {take.about[one]}
          </li>
        ))}
      </ul>
      <p className="govuk-body">{take.care}</p>
      <h2 className="govuk-heading-m">{earlier.heading}</h2>
      {view.files.length === 0 && <p className="govuk-body">{earlier.none}</p>}
      {view.files.length > 0 && (
        <ul className="govuk-list">
          {view.files.map(({ run, by }) => (
            <li key={run.id}>
              <a className="govuk-link" href={`/staff/office/import/${run.id}`}>
                {run.fileName}
              </a>
              <br />
              {earlier.row(
                send.kinds[run.kind],
                formatLongDate(run.createdAt, view.zone, language),
                `${by.firstName} ${by.lastName}`,
              )}
              . {earlier.states[run.state]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the first line of each kind of file says. */
function Columns({ language }: { language: Language }) {
  const { send } = fileWords.in(language);
  return (
    <Details summary={send.columnsHeading}>
      <p className="govuk-body">{send.columnsIntro}</p>
      {IMPORT_KINDS.map((kind) => (
        <div key={kind}>
          <h3 className="govuk-heading-s">{send.kinds[kind]}</h3>
          <p className="govuk-body wm-as-sent">{send.needs(IMPORT_FORMATS[kind].required.join(', '))}</p>
          <p className="govuk-body wm-as-sent">{send.mayHave(IMPORT_FORMATS[kind].optional.join(', '))}</p>
        </div>
      ))}
    </Details>
  );
}
