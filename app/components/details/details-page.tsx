import { Button } from '~/components/design-system/button';
import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import { InsetText } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { formatTime } from '~/i18n/format';
import { helpWords } from '~/i18n/pages/help';
import { detailsWords } from '~/i18n/pages/details';
import { ownContactsWords } from '~/i18n/pages/own-contacts';
import type { OwnContact } from '~/services/own-contacts.server';
import type { DetailsView } from '~/services/view-details.server';
import { capital, hintWords } from './hint-words';

/** Everything that somebody may change about themselves, a line and a link for each. */
export function DetailsPage({ view, language }: { view: DetailsView; language: Language }) {
  const words = detailsWords.in(language);
  const contacts = ownContactsWords.in(language);
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      {view.pending && (
        <InsetText>
          <p className="govuk-body">{contacts.pending.text(view.pending.value)}</p>
          <div className="wm-choices">
            <form method="get" action={`/details/contact-changes/${view.pending.id}`}>
              <Button>{contacts.pending.type}</Button>
            </form>
            <form method="post" action={`/details/contact-changes/${view.pending.id}/cancellation`}>
              <Button classes="govuk-button--secondary">{contacts.pending.cancel}</Button>
            </form>
          </div>
        </InsetText>
      )}
      <SummaryList rows={rowsOf(view, language)} />
    </>
  );
}

function rowsOf(view: DetailsView, language: Language): SummaryRow[] {
  const words = detailsWords.in(language);
  const { rows } = words;
  const row = (key: string, value: SummaryRow['value'], path: string, text = words.change): SummaryRow => ({
    ...{ key, value },
    actions: [{ href: `/details/${path}`, text, about: `: ${key}` }],
  });
  return [
    row(rows.name, `${view.firstName} ${view.lastName}`, 'name'),
    ...(view.knownAs ? [row(rows.knownAs, view.knownAs, 'name')] : []),
    ...(['phone', 'email', 'post'] as const).flatMap((thing) => contactRows(view, thing, language)),
    row(rows.language, words.language.names[view.language], 'language'),
    row(rows.contact, preferenceLines(view, language), 'contact-preferences'),
    row(rows.needs, view.needs.map((need) => words.needs.needs[need]).join(', ') || words.noNeeds, 'access-needs'),
    row(rows.sharing, view.sharedWith.join(', ') || words.nobody, 'sharing'),
    {
      key: rows.signIn,
      value: words.signInWays,
      actions: [{ href: '/sign-in-methods', text: words.seeAll, about: `: ${rows.signIn}` }],
    },
    {
      key: helpWords.in(language).own.row,
      value: helpWords.in(language).own.title,
      actions: [{ href: '/help', text: words.seeAll, about: `: ${helpWords.in(language).own.row}` }],
    },
    row(rows.data, words.allWeHold, 'download', words.getCopy),
  ];
}

/** A line for each number or address of a kind, and the way to one more. */
function contactRows(view: DetailsView, thing: OwnContact['thing'], language: Language): SummaryRow[] {
  const words = detailsWords.in(language);
  const contacts = ownContactsWords.in(language);
  const key = words.rows[thing];
  const own = view.contacts.filter((contact) => contact.thing === thing);
  const add = { href: `/details/contacts/new?kind=${thing}`, text: contacts.add[thing], about: '' };
  if (own.length === 0) return [{ key, value: words.notTold, actions: [add] }];
  return own.map((contact, index): SummaryRow => {
    const hint = hintWords(contact.hint, language);
    const about = contacts.aboutHint(hint);
    const remarks = [
      !contact.verified && contacts.notChecked,
      !contact.works && contacts.notWorking,
      contact.shared && contacts.shared,
    ].filter(Boolean);
    return {
      key,
      value: capital([hint, ...remarks].join(', ')),
      actions: [
        { href: `/details/contacts/${contact.id}/change`, text: words.change, about },
        { href: `/details/contacts/${contact.id}/removal`, text: contacts.remove, about },
        // People have several telephones, and one home.
        ...(index === own.length - 1 && thing !== 'post' ? [add] : []),
      ],
    };
  });
}

function preferenceLines(view: DetailsView, language: Language) {
  const words = detailsWords.in(language);
  const time = (clock: string) => formatTime(clock, view.zone, language);
  const lines = [
    words.preferences.channels[view.preferredChannel ?? 'none'],
    view.quiet && words.quiet(time(view.quiet.from), time(view.quiet.to)),
    view.discreet && words.isDiscreet,
  ].filter((line) => typeof line === 'string');
  return lines.map((line, index) => (
    <span key={line}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}
