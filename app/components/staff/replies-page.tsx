import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { REPLY_REFUSALS, type ReplyNotice } from '~/domain/reply-notice';
import { frameWords } from '~/i18n/pages/frame';
import { replyWords } from '~/i18n/pages/replies';
import type { RepliesPage as Page } from '~/services/view-replies.server';
import { ReplyCard } from './reply-card';
import { StaffBar } from './staff-bar';
import { UndoForm } from './undo-form';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  page: Page;
  notice: { done: ReplyNotice; about: string | null } | null;
  me: { firstName: string; lastName: string };
}

/** Customers' texts: open ones first, the oldest on top, then what was dealt with of late. */
export function RepliesPage({ language, page, notice, me }: Props) {
  const words = replyWords.in(language);
  const wording = wordingFor(language, { zone: page.office.zone, now: page.now });
  const card = (reply: Page['open'][number]) => (
    <ReplyCard key={reply.id} reply={reply} show={page.show} language={language} wording={wording} />
  );
  const tab = (text: string, show: Page['show']) => (
    <li>
      <a
        className="govuk-link"
        href={`/staff/replies?show=${show}`}
        aria-current={page.show === show ? 'page' : undefined}
      >
        {text}
      </a>
    </li>
  );
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {notice && <Done notice={notice} wording={wording} />}
      <span className="govuk-caption-l">{page.office.name}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <nav aria-label={words.whose}>
        <ul className="wm-links">
          {tab(words.mine, 'mine')}
          {tab(words.office, 'office')}
        </ul>
      </nav>
      <section className="wm-replies" aria-labelledby="open">
        <h2 className="govuk-heading-m" id="open">
          {words.open(page.open.length)}
        </h2>
        {page.open.length > 0 ? (
          <ul className="wm-needs__list">{page.open.map(card)}</ul>
        ) : (
          <p className="govuk-body">{words.noneOpen}</p>
        )}
      </section>
      <section className="wm-replies" aria-labelledby="handled">
        <h2 className="govuk-heading-m" id="handled">
          {words.handled}
        </h2>
        {page.handled.length > 0 ? (
          <ul className="wm-needs__list">{page.handled.map(card)}</ul>
        ) : (
          <p className="govuk-body">{words.noneHandled}</p>
        )}
      </section>
    </div>
  );
}

function Done({ notice: { done, about }, wording }: { notice: NonNullable<Props['notice']>; wording: Wording }) {
  const words = replyWords.in(wording.language);
  const refused = REPLY_REFUSALS.includes(done);
  return (
    <NotificationBanner
      type={refused ? undefined : 'success'}
      role={refused ? 'alert' : undefined}
      title={refused ? wording.words.important : frameWords.in(wording.language).done}
    >
      <p className="govuk-notification-banner__heading">{words.notices[done]}</p>
      {done === 'handled' && about && (
        <UndoForm action={`/staff/replies/${about}/handled-undo`} back="/staff/replies" words={wording.words} />
      )}
      {done === 'barred' && about && (
        <p className="govuk-body">
          <a className="govuk-notification-banner__link" href={`/staff/replies/${about}`}>
            {words.seeWhy}
          </a>
        </p>
      )}
    </NotificationBanner>
  );
}
