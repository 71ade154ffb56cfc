import { STANDINGS, type Standing } from '~/domain/messaging/standing';
import type { TroubleWords } from '~/i18n/pages/trouble';

interface Props {
  counts: Record<Standing, number>;
  words: TroubleWords;
}

/** In a narrower part of the bar a number would not fit. */
const ROOM_FOR_NUMBER = 6;

/** Today's messages by how they stand: a bar for those who would rather look, and its table for those who read. */
export function StandingsPicture({ counts, words }: Props) {
  const total = STANDINGS.reduce((sum, one) => sum + counts[one], 0);
  if (total === 0) return <p className="govuk-body">{words.todayNone}</p>;
  const parts = partsOf(counts, total);
  const said = parts.map(({ standing, count }) => words.part(words.standings[standing], count)).join(', ');
  return (
    <>
      <svg className="wm-bar" role="img" aria-label={words.picture(said)} width="100%" height="36" focusable="false">
        {parts.map(({ standing, count, from, width }) => (
          <g key={standing} className={`wm-bar__part wm-bar__part--${standing}`}>
            <rect x={`${from}%`} width={`${width}%`} height="36" />
            {width >= ROOM_FOR_NUMBER && (
              <text x={`${from + width / 2}%`} y="24" textAnchor="middle">
                {count}
              </text>
            )}
          </g>
        ))}
      </svg>
      <table className="govuk-table wm-standings">
        <caption className="govuk-visually-hidden">{words.todayOf}</caption>
        <thead className="govuk-table__head govuk-visually-hidden">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              {words.standing}
            </th>
            <th scope="col" className="govuk-table__header">
              {words.messages}
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {STANDINGS.map((standing) => (
            <tr key={standing} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                <span className={`wm-key wm-key--${standing}`} aria-hidden="true" />
                {words.standings[standing]}
              </th>
              <td className="govuk-table__cell govuk-table__cell--numeric">{counts[standing]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Where each part of the bar begins and how wide it is, in hundredths of the whole. */
function partsOf(counts: Record<Standing, number>, total: number) {
  let from = 0;
  return STANDINGS.flatMap((standing) => {
    const count = counts[standing];
    if (count === 0) return [];
    const part = { standing, count, from, width: (count / total) * 100 };
    from += part.width;
    return [part];
  });
}
