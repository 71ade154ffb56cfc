import { profileWords } from '~/i18n/pages/profile';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import type { WantsOtherWay } from '~/services/list-needs.server';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

/** A customer who asks for another way: which, since when, and the button that says that it was seen to. */
export function OtherWayNeed({ wish, back, wording }: { wish: WantsOtherWay; back: string; wording: Wording }) {
  const words = staffProfileWords.in(wording.language);
  const { customer, wants, askedAt, id } = wish;
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        <a className="govuk-link" href={`/staff/customers/${customer.id}/profile`}>
          {wording.name(customer)}
        </a>
      </p>
      <p className="wm-need__why">
        {words.otherWayAsked(profileWords.in(wording.language).otherWay.ways[wants], wording.when(askedAt))}
      </p>
      <UndoForm
        action={`/staff/other-ways/${id}/settlement`}
        back={back}
        words={wording.words}
        label={words.settle}
        about={words.settleAbout(wording.name(customer))}
      />
    </li>
  );
}
