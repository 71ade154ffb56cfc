import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import { VISIT_TASKS } from '~/domain/assisted/visit';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { deskWords } from '~/i18n/pages/desk';
import { frameWords } from '~/i18n/pages/frame';
import { staffWords } from '~/i18n/pages/staff';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  customer: PersonName;
  wrong: boolean;
  me: { firstName: string; lastName: string };
}

/** Puts somebody who stands at the desk on the list. */
export function DeskAddPage({ language, customer, wrong, me }: Props) {
  const words = deskWords.in(language);
  const name = staffWords.in(language).name(customer.firstName, customer.lastName);
  const error = wrong ? words.add.choose : undefined;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/desk">{words.title}</BackLink>
      {error && <ErrorSummary title={frameWords.in(language).problem} errors={[{ text: error, href: '#wants' }]} />}
      <h1 className="govuk-heading-l">{words.add.title(name)}</h1>
      <p className="govuk-body">{words.add.text}</p>
      <form method="post" action={`/staff/desk/people/${customer.id}`} noValidate>
        <Radios
          name="wants"
          fieldset={{ legend: { text: words.add.wants, classes: 'govuk-fieldset__legend--m' } }}
          items={VISIT_TASKS.map((task) => ({ value: task, text: words.tasks[task] }))}
          error={errorBeside(error, language)}
        />
        <Button>{words.add.submit}</Button>
      </form>
    </div>
  );
}
