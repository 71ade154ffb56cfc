import { Button } from '~/components/design-system/button';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import type { ContactHint } from '~/domain/contact/hint-of';
import { formatDate, formatTime, plural } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';
import type { SignInMethods } from '~/services/view-sign-in-methods.server';

export type MethodsDone = keyof ReturnType<typeof signInMethodsWords.in>['done'];

interface Props {
  language: Language;
  methods: SignInMethods;
  done: MethodsDone | null;
}

/** What works for a customer to sign in with, and when somebody did. */
export function MethodsPage({ language, methods, done }: Props) {
  const words = signInMethodsWords.in(language);
  return (
    <>
      {done && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {words.done[done]}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <Codes {...{ language, methods }} />
      <Password {...{ language, methods }} />
      <Passkeys {...{ language, methods }} />
      <h2 className="govuk-heading-m">{words.card.heading}</h2>
      <p className="govuk-body">
        {methods.card ? words.card.open(whenWords(methods.card.expiresAt, methods, language)) : words.card.none}
      </p>
      <Recent {...{ language, methods }} />
      <NotYou {...{ language, methods }} />
    </>
  );
}

type Part = Omit<Props, 'done'>;

function Codes({ language, methods: { codes, shared } }: Part) {
  const words = signInMethodsWords.in(language).codes;
  const where = (hint: ContactHint | null) => {
    if (hint?.kind === 'number') return words.number(hint.ending);
    return hint?.kind === 'email' ? words.address(hint.beginning) : '';
  };
  return (
    <>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      {codes.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {codes.map(({ by, hint }, index) => (
            <li key={index}>{`${words[by]} ${where(hint)}`.trim()}</li>
          ))}
        </ul>
      )}
      {shared && <p className="govuk-body">{words.shared}</p>}
      <p className="govuk-body">
        <a className="govuk-link" href="/details">
          {words.change}
        </a>
      </p>
    </>
  );
}

function Password({ language, methods: { hasPassword } }: Part) {
  const words = signInMethodsWords.in(language).password;
  return (
    <>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <p className="govuk-body">{hasPassword ? words.yes : words.no}</p>
      <ul className="govuk-list wm-ways">
        <li>
          <a className="govuk-link" href="/sign-in-methods/password">
            {hasPassword ? words.change : words.set}
          </a>
        </li>
        {hasPassword && (
          <li>
            <a className="govuk-link" href="/sign-in-methods/password/removal">
              {words.remove}
            </a>
          </li>
        )}
      </ul>
    </>
  );
}

function Passkeys({ language, methods }: Part) {
  const words = signInMethodsWords.in(language).passkeys;
  const dateOf = (at: number) => formatDate(at, methods.zone, language);
  return (
    <>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <p className="govuk-body">{words.what}</p>
      {methods.passkeys.length === 0 && <p className="govuk-body">{words.none}</p>}
      {methods.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <div key={id}>
          <h3 className="govuk-heading-s wm-ways__name">{name}</h3>
          <p className="govuk-hint">{lastUsedAt ? words.used(dateOf(lastUsedAt)) : words.added(dateOf(createdAt))}</p>
          <ul className="govuk-list wm-ways">
            {(['rename', 'remove'] as const).map((what) => (
              <li key={what}>
                <a
                  className="govuk-link"
                  href={`/sign-in-methods/passkeys/${id}/${what === 'rename' ? 'name' : 'removal'}`}
                >
                  {words[what]}
                  <span className="govuk-visually-hidden">{words.which(name)}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in-methods/passkey">
          {words.add}
        </a>
      </p>
    </>
  );
}

function Recent({ language, methods }: Part) {
  const words = signInMethodsWords.in(language).recent;
  return (
    <>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      {methods.recent.length === 0 && <p className="govuk-body">{words.none}</p>}
      <ul className="govuk-list">
        {methods.recent.map(({ id, at, way, device }) => (
          <li key={id}>
            {whenWords(at, methods, language)}
            <br />
            <span className="govuk-hint">
              {words.ways[way]}, {device || words.unknown}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function NotYou({ language, methods: { phone, elsewhere } }: Part) {
  const words = signInMethodsWords.in(language).notYou;
  return (
    <>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <p className="govuk-body">
        {words.before} <PhoneLink phone={phone} /> {words.after}
      </p>
      <p className="govuk-body">{elsewhere > 0 ? plural(language, elsewhere, words.others) : words.noOthers}</p>
      <form method="post" action="/sign-in-methods/other-sessions">
        <Button classes="govuk-button--secondary">{words.submit}</Button>
      </form>
    </>
  );
}

function whenWords(at: number, { zone }: Pick<SignInMethods, 'zone'>, language: Language): string {
  return signInMethodsWords.in(language).recent.at(formatDate(at, zone, language), formatTime(at, zone, language));
}
