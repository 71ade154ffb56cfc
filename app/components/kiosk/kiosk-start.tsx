import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { TEXT_SIZES, type Display } from '~/domain/assisted/kiosk-rooms';
import type { Language } from '~/domain/language';
import { kioskWords } from '~/i18n/pages/kiosk';

interface Props {
  language: Language;
  signedIn: boolean;
  display: Display;
}

/** First how the pages should look, then what there is to do. The language is at the top of the page, as everywhere. */
export function KioskStart({ language, signedIn, display }: Props) {
  const words = kioskWords.in(language).start;
  const ways = signedIn
    ? [
        { href: '/', text: words.home },
        { href: '/kiosk/near', text: words.near },
        { href: '/visits/new', text: words.champion },
      ]
    : [
        { href: '/sign-in', text: words.code },
        { href: '/sign-in/card', text: words.card },
        { href: '/kiosk/near', text: words.near },
      ];
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <form method="post" action="/kiosk/display">
        <h2 className="govuk-heading-m">{words.display}</h2>
        <Radios
          name="text"
          fieldset={{ legend: { text: words.text, classes: 'govuk-fieldset__legend--s' } }}
          items={TEXT_SIZES.map((size) => ({ value: size, text: words.sizes[size] }))}
          value={display.text}
        />
        <Radios
          name="contrast"
          fieldset={{ legend: { text: words.contrast, classes: 'govuk-fieldset__legend--s' } }}
          items={(['usual', 'high'] as const).map((value) => ({ value, text: words.contrasts[value] }))}
          value={display.contrast}
        />
        <Button classes="govuk-button--secondary">{words.set}</Button>
        <p className="govuk-body">{words.onlyNow}</p>
      </form>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <ul className="govuk-list wm-kiosk-choices">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <Button href={href}>{text}</Button>
          </li>
        ))}
      </ul>
      <p className="govuk-body">{words.wave}</p>
      <p className="govuk-body">{words.safe}</p>
      <form method="post" action="/kiosk/locking">
        <Button classes="govuk-button--secondary">{words.lock}</Button>
      </form>
    </>
  );
}
