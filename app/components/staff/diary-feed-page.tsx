import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { InsetText } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { diaryWords, type DiaryWords } from '~/i18n/pages/staff-diary';
import { StaffBar } from './staff-bar';

interface Props {
  language: Language;
  /** Null while there is no feed. */
  address: string | null;
  done: 'made' | 'ended' | null;
  me: { firstName: string; lastName: string };
}

/** The private address that shows one's diary in another calendar program: what it shows and to whom, and how to be rid of it. */
export function DiaryFeedPage({ language, address, done, me }: Props) {
  const words = diaryWords.in(language).feed;
  const frame = frameWords.in(language);
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/diary?adviser=me">{frame.back}</BackLink>
      {done && (
        <NotificationBanner type="success" title={frame.done}>
          {done === 'made' ? words.doneMade : words.doneEnded}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.what}</p>
      <p className="govuk-body">{words.shows}</p>
      <p className="govuk-body">{words.private}</p>
      {address === null ? (
        <form method="post" action="/staff/diary/calendar/address">
          <Button>{words.make}</Button>
        </form>
      ) : (
        <Feed address={address} words={words} />
      )}
    </div>
  );
}

function Feed({ address, words }: { address: string; words: DiaryWords['feed'] }) {
  return (
    <>
      <h2 className="govuk-heading-m">{words.address}</h2>
      <InsetText classes="wm-address">{address}</InsetText>
      <p className="govuk-body">
        <a className="govuk-link" href={address.replace(/^https?:/, 'webcal:')}>
          {words.addHere}
        </a>
      </p>
      <p className="govuk-body">{words.slow}</p>
      <h2 className="govuk-heading-m">{words.resetHeading}</h2>
      <p className="govuk-body">{words.resetHint}</p>
      <form method="post" action="/staff/diary/calendar/address">
        <Button classes="govuk-button--secondary">{words.reset}</Button>
      </form>
      <h2 className="govuk-heading-m">{words.endHeading}</h2>
      <p className="govuk-body">{words.endHint}</p>
      <form method="post" action="/staff/diary/calendar/end">
        <Button classes="govuk-button--secondary">{words.end}</Button>
      </form>
    </>
  );
}
