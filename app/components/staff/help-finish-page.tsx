import type { ReactNode } from 'react';
import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { SummaryList } from '~/components/design-system/summary-list';
import { errorBeside } from '~/components/question-page';
import type { AccessNeed } from '~/domain/situation/access-need';
import type { Barrier } from '~/domain/situation/barrier';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { detailsWords } from '~/i18n/pages/details';
import { frameWords } from '~/i18n/pages/frame';
import { helpWords } from '~/i18n/pages/help';
import { situationWords } from '~/i18n/pages/situation';
import type { OpenHelp } from '~/services/view-help.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  help: OpenHelp;
  /** They did not say whether it was read back. */
  problem: boolean;
  me: { firstName: string; lastName: string };
}

/** What was done in a help, in words to read out, and its end. */
export function HelpFinishPage({ language, help, problem, me }: Props) {
  const words = helpWords.in(language);
  const { end } = words;
  const { customer, acts, zone, now } = help;
  const wording = wordingFor(language, { zone, now });
  const text = problem ? end.choose : undefined;
  const rows = rowsOf(help, language, wording.when);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/">{end.goOn}</BackLink>
      {text && <ErrorSummary title={frameWords.in(language).problem} errors={[{ text, href: '#readBack' }]} />}
      <h1 className="govuk-heading-l">{end.title(wording.name(customer))}</h1>
      {acts.length === 0 && <p className="govuk-body">{end.nothing}</p>}
      {acts.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{end.did}</h2>
          <ol className="govuk-list govuk-list--number">
            {acts.map(({ id, action }) => (
              <li key={id}>{words.acts[action] ?? words.otherAct}</li>
            ))}
          </ol>
        </>
      )}
      {rows.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{end.now}</h2>
          <SummaryList rows={rows} />
        </>
      )}
      <form method="post" action={`/staff/customers/${customer.id}/help/finish`} noValidate>
        {acts.length > 0 && (
          <Radios
            name="readBack"
            fieldset={{ legend: { text: end.question, classes: 'govuk-fieldset__legend--m' } }}
            error={errorBeside(text, language)}
            items={[
              { value: 'yes', text: end.yes },
              { value: 'no', text: end.no },
            ]}
          />
        )}
        <Button>{end.submit}</Button>
      </form>
    </div>
  );
}

function rowsOf({ facts, zone }: OpenHelp, language: Language, when: (at: number) => string) {
  const { end } = helpWords.in(language);
  const { meetings, contacts, steps, clubs, needs, barriers, callDueAt } = facts;
  const day = (date: string) => formatDate(date, zone, language);
  const row = (key: string, lines: readonly string[] | null) =>
    lines === null ? [] : [{ key, value: linesOf(lines.length > 0 ? lines : [end.none]) }];
  const met = (one: NonNullable<typeof meetings>[number]) =>
    [when(one.startsAt), end.with(one.adviser), one.answer !== 'none' && end[one.answer]].filter(Boolean).join(', ');
  const { needs: needWords } = detailsWords.in(language).needs;
  const situation = situationWords.in(language).barriers;
  return [
    ...row(end.meetings, meetings && meetings.map(met)),
    ...row(end.contacts, contacts && contacts.map(({ display }) => display)),
    ...row(end.needs, needs && needs.map((need) => needWords[need as AccessNeed])),
    ...row(end.steps, steps && steps.map(({ action, dueOn }) => `${action}, ${end.by(day(dueOn))}`)),
    ...row(end.clubs, clubs && clubs.map(({ name, startsAt }) => `${name}, ${when(startsAt)}`)),
    ...row(end.barriers, barriers && barriers.map((kind) => situation[kind as Barrier])),
    ...row(end.call, callDueAt === null ? null : [when(callDueAt)]),
  ];
}

function linesOf(lines: readonly string[]): ReactNode {
  return lines.map((line, index) => (
    <span key={`${index} ${line}`}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}
