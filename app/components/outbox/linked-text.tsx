import { Fragment } from 'react';

/** Text as it was sent, with this portal's own addresses as links. */
export function LinkedText({ text, portal }: { text: string; portal: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <>
      {parts.map((part, index) => {
        const address = part.replace(/[.,)]+$/, '');
        if (!address.startsWith(`${portal}/`)) return <Fragment key={index}>{part}</Fragment>;
        return (
          <Fragment key={index}>
            <a className="govuk-link" href={address.slice(portal.length)}>
              {address}
            </a>
            {part.slice(address.length)}
          </Fragment>
        );
      })}
    </>
  );
}
