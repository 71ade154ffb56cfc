interface Props<V extends string> {
  /** What is chosen between, for those who hear the page. */
  label: string;
  views: readonly V[];
  names: Record<V, string>;
  shown: V;
  pathOf: (view: V) => string;
}

/** Links between the views of one list, such as one's own and the whole office's; the one that is shown is marked. */
export function ViewSwitch<V extends string>({ label, views, names, shown, pathOf }: Props<V>) {
  return (
    <nav className="wm-day-choice" aria-label={label}>
      <ul className="wm-links">
        {views.map((one) => (
          <li key={one}>
            <a className="govuk-link" href={pathOf(one)} aria-current={one === shown ? 'page' : undefined}>
              {names[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
