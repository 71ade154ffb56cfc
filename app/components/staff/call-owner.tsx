import type { PersonName } from '~/domain/contact/person-name';
import type { CallWords } from '~/i18n/pages/calls';
import type { CallToMake } from '~/services/list-calls.server';
import type { Wording } from './wording';

interface Props {
  call: CallToMake;
  me: { id: string };
  colleagues: readonly PersonName[];
  back: string;
  words: CallWords;
  wording: Wording;
}

/** Whose call it is; taking it, and handing it over. */
export function CallOwner({ call, me, colleagues, back, words, wording: { name } }: Props) {
  const { owner } = call;
  const others = colleagues.filter(({ id }) => id !== me.id && id !== owner?.id);
  const about = <span className="govuk-visually-hidden">{words.about(name(call.customer))}</span>;
  const whose = owner === null ? words.nobodys : owner.id === me.id ? words.mine : name(owner);
  const fields = (
    <>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="seen" value={owner?.id ?? ''} />
    </>
  );
  const id = `colleague-${call.id}`;
  return (
    <>
      <p className="wm-call__line">
        {words.owner}: {whose}
      </p>
      <div className="wm-buttons">
        {owner?.id !== me.id && (
          <form method="post" action={`/staff/calls/${call.id}/owner`}>
            {fields}
            <button className="wm-tap" type="submit">
              {words.take}
              {about}
            </button>
          </form>
        )}
        {others.length > 0 && (
          <details className="wm-more">
            <summary className="wm-more__summary">
              {words.handOver}
              {about}
            </summary>
            <form method="post" action={`/staff/calls/${call.id}/owner`} className="wm-buttons">
              {fields}
              <div className="wm-rung">
                <label className="govuk-label" htmlFor={id}>
                  {words.colleague}
                </label>
                <select className="govuk-select" id={id} name="owner">
                  {others.map((one) => (
                    <option key={one.id} value={one.id}>
                      {name(one)}
                    </option>
                  ))}
                </select>
              </div>
              <button className="wm-tap" type="submit">
                {words.give}
                {about}
              </button>
            </form>
          </details>
        )}
      </div>
    </>
  );
}
