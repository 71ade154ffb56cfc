import type { Language } from '~/domain/language';
import { formatMonth } from '~/i18n/format';
import { channelWords } from '~/i18n/pages/staff-channels';
import type { ChannelsView } from '~/services/view-channels.server';

const WIDTH = 640;
const HEIGHT = 90;
const STEP = WIDTH / 12;

/** Hours of people against what was done alone online, month by month: two pictures, and the table that has their figures. */
export function ChannelTrend({ trend, language }: { trend: ChannelsView['trend']; language: Language }) {
  const words = channelWords.in(language).trend;
  return (
    <section>
      <h2 className="govuk-heading-m">{words.heading}</h2>
      <p className="govuk-body">
        {words.meaning} {words.picture}
      </p>
      {(['hours', 'digital'] as const).map((what) => (
        <div key={what}>
          <h3 className="govuk-heading-s">{words[what]}</h3>
          <Bars values={trend.map((one) => one[what])} />
        </div>
      ))}
      <div>
        <table className="govuk-table wm-figures">
          <caption className="govuk-visually-hidden">{words.heading}</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {(['month', 'hours', 'digital'] as const).map((column) => (
                <th key={column} scope="col" className="govuk-table__header">
                  {words[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {trend.map(({ month, hours, digital }) => (
              <tr key={month} className="govuk-table__row">
                <th scope="row" className="govuk-table__header wm-plain">
                  {formatMonth(month, language)}
                </th>
                <td className="govuk-table__cell">{hours}</td>
                <td className="govuk-table__cell">{digital}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Bars({ values }: { values: readonly number[] }) {
  const most = Math.max(...values, 1);
  return (
    <svg className="wm-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`} aria-hidden="true">
      {values.map((value, index) => {
        const height = (value / most) * HEIGHT;
        return (
          <g key={index}>
            <rect x={index * STEP + 6} y={HEIGHT + 14 - height} width={STEP - 12} height={height} fill="currentColor" />
            <text x={index * STEP + STEP / 2} y={HEIGHT + 10 - height} textAnchor="middle">
              {value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
