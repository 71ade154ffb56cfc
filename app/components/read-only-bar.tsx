import { readOnlyWords } from '~/i18n/pages/read-only';
import type { Frame } from './frame';
import { PhoneLink } from './phone-link';

/** Above every page while things can be looked at and nothing can be changed; and that a form has just not been saved. */
export function ReadOnlyBar({ frame }: { frame: Frame }) {
  const words = readOnlyWords.in(frame.language);
  const { heading, text } = frame.readOnly?.notSaved ? words.notSaved : words.looking;
  return (
    <aside className="wm-read-only" aria-label={words.label} role={frame.readOnly?.notSaved ? 'alert' : undefined}>
      <div className="govuk-width-container">
        <p className="wm-read-only__text">
          <strong>{heading}</strong> {text}{' '}
          {frame.phone !== '' && (
            <>
              {words.call} <PhoneLink phone={frame.phone} />
            </>
          )}
        </p>
      </div>
    </aside>
  );
}
