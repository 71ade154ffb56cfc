import { LANGUAGES, type Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import type { Frame } from './frame';
import { PhoneLink } from './phone-link';

export type NoPageReason = 'notFound' | 'tooMany' | 'wrong';

/** What an error status means to a person. */
export function noPageReason(status: number): NoPageReason {
  if (status === 429) return 'tooMany';
  return status === 403 || status === 404 || status === 405 ? 'notFound' : 'wrong';
}

/** Instead of a page: in the visitor's language, or in both when that is not known. */
export function NoPage({ reason, frame }: { reason: NoPageReason; frame: Frame }) {
  if (frame.known) return <Words reason={reason} language={frame.language} phone={frame.phone} heading="h1" />;
  return (
    <>
      {LANGUAGES.map((language, index) => (
        <div key={language} lang={language}>
          <Words reason={reason} language={language} phone={frame.phone} heading={index === 0 ? 'h1' : 'h2'} />
        </div>
      ))}
    </>
  );
}

interface WordsProps {
  reason: NoPageReason;
  language: Language;
  phone: string;
  heading: 'h1' | 'h2';
}

function Words({ reason, language, phone, heading: Heading }: WordsProps) {
  const words = frameWords.in(language);
  return (
    <>
      <Heading className="govuk-heading-l" id={Heading === 'h1' ? 'page' : undefined}>
        {words[reason].title}
      </Heading>
      <p className="govuk-body">{words[reason].text}</p>
      {phone && (
        <p className="govuk-body">
          {words.orCall} <PhoneLink phone={phone} />
        </p>
      )}
      {reason === 'notFound' && (
        <p className="govuk-body">
          <a className="govuk-link" href="/">
            {words.notFound.start}
          </a>
        </p>
      )}
    </>
  );
}
