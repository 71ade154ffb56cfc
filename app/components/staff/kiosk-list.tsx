import type { Language } from '~/domain/language';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';
import type { KiosksView } from '~/services/manage-kiosks.server';
import { OneButton } from './settings-frame';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: KiosksView;
  /** True for those who add computers and take them out of use; the others lock them. */
  manages: boolean;
}

/** The shared computers of an office, each with its state and what can be done. */
export function KioskList({ language, view, manages }: Props) {
  const words = kioskDeskWords.in(language).list;
  const wording = wordingFor(language, { zone: view.office.zone, now: view.now });
  if (view.kiosks.length === 0) return <p className="govuk-body">{words.none}</p>;
  return (
    <ul className="wm-needs__list">
      {view.kiosks.map(({ id, name, state, openedBy, openUntil, lastUsedAt, codeUntil }) => {
        const path = `/staff/office/kiosks/${id}`;
        const about = words.about(name);
        return (
          <li key={id} className="wm-need">
            <strong>{name}</strong>
            <p className="wm-need__why">
              {words.states[state]}.{' '}
              {openedBy && openUntil !== null && `${words.openedBy(wording.name(openedBy), wording.when(openUntil))}. `}
              {lastUsedAt === null ? words.neverUsed : words.lastUsed(wording.when(lastUsedAt))}.
              {codeUntil !== null && ` ${words.codeUntil(wording.when(codeUntil))}.`}
            </p>
            {state === 'open' && (
              <OneButton action={`/staff/kiosk-pin/${id}/locking`} label={words.lock} about={about} />
            )}
            {manages && (
              <div className="wm-buttons">
                <a className="govuk-link wm-tap" href={`${path}/name`}>
                  {words.rename}
                  <span className="govuk-visually-hidden">{about}</span>
                </a>
                {state === 'revoked' ? (
                  <OneButton action={`${path}/restoration`} label={words.restore} about={about} />
                ) : (
                  <>
                    <OneButton action={`${path}/code`} label={words.newCode} about={about} />
                    <OneButton action={`${path}/revocation`} label={words.revoke} about={about} />
                  </>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
