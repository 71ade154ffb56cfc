import { Button } from '~/components/design-system/button';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside, QuestionPage } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { adviserWords, type AdviserWords } from '~/i18n/pages/adviser';
import type { WriteFault } from '~/domain/journal/entry';
import { ENTRY_LENGTH } from '~/domain/journal/entry';
import type { OwnJournal } from '~/services/view-journal.server';
import { Expectation } from './journal-page';

interface Props {
  view: Omit<OwnJournal, 'entries'>;
  /** The id that the entry will have: the same form writes once. */
  formKey: string;
  typed: string;
  fault: WriteFault | null;
  language: Language;
}

/** One message to the adviser, or whoever stands in. */
export function WritePage({ view, formKey, typed, fault, language }: Props) {
  const words = adviserWords.in(language).form;
  const { adviser, cover } = view;
  const reader = adviser === null ? null : cover ? cover.standIn.firstName : adviser;
  const text = fault ? faultText(fault, words) : undefined;
  return (
    <QuestionPage language={language} back="/adviser/messages" error={text ? { text, field: 'text' } : undefined}>
      <h1 className="govuk-heading-l">{reader === null ? words.headingNoAdviser : words.heading(reader)}</h1>
      <Expectation view={view} language={language} />
      <form method="post" action="/adviser/messages/new" noValidate>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="seen" value={view.now} />
        <Textarea
          name="text"
          label={{ text: words.label, classes: 'govuk-label--s' }}
          hint={words.hint}
          error={errorBeside(text, language)}
          defaultValue={typed}
          rows={6}
          spellCheck
        />
        <Button>{words.submit}</Button>
      </form>
    </QuestionPage>
  );
}

function faultText(fault: WriteFault, words: AdviserWords['form']): string {
  if (fault.fault === 'too_long') return words.tooLong((fault.characters - ENTRY_LENGTH).toLocaleString('en-GB'));
  return fault.fault === 'empty' ? words.empty : words.tooSoon;
}
