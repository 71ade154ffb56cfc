import type { Language } from '~/domain/language';
import { milesInWords } from '~/i18n/club-session';
import { kioskWords } from '~/i18n/pages/kiosk';
import type { ComputersNear } from '~/services/view-computers-near.server';

/** Where there are computers to use for nothing, and people who show how. */
export function ComputerList({ computers, language }: { computers: ComputersNear; language: Language }) {
  const words = kioskWords.in(language).near;
  return (
    <>
      <h2 className="govuk-heading-m">{words.computers}</h2>
      {computers.length === 0 && <p className="govuk-body">{words.noComputers}</p>}
      <ul className="govuk-list wm-told">
        {computers.map(({ ref, kind, name, what, address, postcode, phone, open, cost, stepFree, miles }) => (
          <li key={ref}>
            <strong>{name}</strong>
            <br />
            {[miles !== null && milesInWords(miles, language), words.kinds[kind]].filter(Boolean).join(', ')}
            <br />
            {what}
            <br />
            {[[address, postcode].filter(Boolean).join(', '), phone].filter(Boolean).join('. ')}
            <br />
            <span className="wm-quiet">{[open, cost, stepFree && words.stepFree].filter(Boolean).join('. ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
