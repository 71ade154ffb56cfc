import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { InsetText } from '~/components/design-system/text-blocks';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import type { Barrier } from '~/domain/situation/barrier';
import { frameWords } from '~/i18n/pages/frame';
import { situationWords } from '~/i18n/pages/situation';
import type { LocalHelpView } from '~/services/view-local-help.server';

interface Props {
  view: LocalHelpView;
  saved: boolean;
  language: Language;
}

/** Who helps near the customer's office with each thing they told, and what they can ask their adviser. */
export function LocalHelp({ view, saved, language }: Props) {
  const words = situationWords.in(language);
  const frame = frameWords.in(language);
  const { help } = words;
  return (
    <>
      <BackLink href="/situation">{view.told ? help.change : help.tell}</BackLink>
      {saved && view.told && (
        <NotificationBanner type="success" title={frame.done}>
          {words.done.saved}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{help.title}</h1>
      {!view.told && <p className="govuk-body">{help.all}</p>}
      {view.sections.map((section) => (
        <HelpFor key={section.kind} section={section} language={language} />
      ))}
      <Talk view={view} language={language} />
    </>
  );
}

function HelpFor({ section, language }: { section: LocalHelpView['sections'][number]; language: Language }) {
  const words = situationWords.in(language);
  const clubs = CLUBS_FOR[section.kind];
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-s wm-section__heading">{words.barriers[section.kind]}</h2>
      {section.help.map(({ name, what, phone, address }) => (
        <p className="govuk-body" key={name}>
          <strong>{name}</strong>
          <br />
          {what}
          {phone && (
            <>
              <br />
              {words.help.call} <PhoneLink phone={phone} />
            </>
          )}
          {address && (
            <>
              <br />
              <span className="wm-quiet">{address}</span>
            </>
          )}
        </p>
      ))}
      {section.help.length === 0 && <p className="govuk-body">{words.help.none}</p>}
      {clubs && (
        <p className="govuk-body">
          <a className="govuk-link" href={clubs.href}>
            {words.help[clubs.words]}
          </a>
        </p>
      )}
    </section>
  );
}

/** Where work clubs help too. */
const CLUBS_FOR: Partial<Record<Barrier, { href: string; words: 'clubs' | 'crecheClubs' }>> = {
  it: { href: '/clubs?computers=yes', words: 'clubs' },
  childcare: { href: '/clubs?creche=yes', words: 'crecheClubs' },
};

/** What to ask, and how to reach who can answer. */
function Talk({ view, language }: { view: LocalHelpView; language: Language }) {
  const words = situationWords.in(language);
  const { help } = words;
  const adviser = view.adviserFirstName;
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m">{help.talk(adviser ?? help.office)}</h2>
      {view.told && (
        <ul className="govuk-list govuk-list--bullet">
          {view.sections.map(({ kind }) => (
            <li key={kind}>{words.topics[kind]}</li>
          ))}
        </ul>
      )}
      {view.note && (
        <InsetText classes="wm-answered">
          <strong>{help.you}:</strong> {view.note}
        </InsetText>
      )}
      <p className="govuk-body">
        {adviser && (
          <>
            <a className="govuk-link" href="/adviser">
              {help.reach(adviser)}
            </a>
            .{' '}
          </>
        )}
        {help.or} <PhoneLink phone={view.officePhone} />
      </p>
    </section>
  );
}
