import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords } from '~/i18n/pages/record';
import type { EntryToClose } from '~/services/close-journal-entry.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  shown: EntryToClose;
  typed: string;
  tooLong: boolean;
  me: { firstName: string; lastName: string };
}

/** What was done about one entry of a customer, so that it needs no answer. */
export function CloseEntryPage({ language, shown, typed, tooLong, me }: Props) {
  const { customer, entry, zone, now } = shown;
  const wording = wordingFor(language, { zone, now });
  const words = recordWords.in(language).journal;
  const text = tooLong ? words.faults.note_too_long : undefined;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={`/staff/customers/${customer.id}/journal`}>{words.backToJournal}</BackLink>
      {text && <ErrorSummary title={frameWords.in(language).problem} errors={[{ text, href: '#note' }]} />}
      <h1 className="govuk-heading-l">{words.close}</h1>
      <p className="govuk-body">{words.customerWrote(wording.name(customer), wording.when(entry.at))}</p>
      <blockquote className="wm-need__text wm-journal__text">{entry.text}</blockquote>
      <form method="post" action={`/staff/journal/${entry.id}/done`} noValidate>
        <Textarea
          name="note"
          label={{ text: words.closeNote, classes: 'govuk-label--m' }}
          hint={words.closeHint}
          error={errorBeside(text, language)}
          defaultValue={typed}
          rows={3}
          spellCheck
        />
        <Button>{words.closeSubmit}</Button>
      </form>
    </div>
  );
}
