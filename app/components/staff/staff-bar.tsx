import { Fragment } from 'react';
import { useFrame, usePath } from '~/components/frame';
import type { Language } from '~/domain/language';
import { menuWords } from '~/i18n/pages/staff-menu';
import { staffWords } from '~/i18n/pages/staff';
import { SendingBanner } from './sending-banner';
import { staffMenu } from './staff-menu';

interface Props {
  me: { firstName: string; lastName: string };
  language: Language;
}

/** The page itself, or one of those behind it. */
function currentOf(path: string, here: string): 'page' | 'true' | undefined {
  if (here === path) return 'page';
  return here.startsWith(`${path}/`) ? 'true' : undefined;
}

/** Who is signed in, the ways to their pages, and the way out; and, for everybody, that nothing is being sent. */
export function StaffBar({ me, language }: Props) {
  const words = staffWords.in(language);
  const { staff } = useFrame();
  const here = usePath();
  return (
    <>
      <div className="wm-staff-bar">
        <nav aria-label={words.staffMenu}>
          {staffMenu(staff?.role).map(({ name, path }) => (
            <Fragment key={name}>
              <a className="govuk-link" href={path} aria-current={currentOf(path, here)}>
                {menuWords.in(language).items[name]}
              </a>{' '}
            </Fragment>
          ))}
        </nav>
        <p className="wm-staff-bar__me">{words.signedInAs(words.name(me.firstName, me.lastName))}</p>
        <form method="post" action="/staff/sign-out">
          <button className="wm-link-button" type="submit">
            {words.signOut}
          </button>
        </form>
      </div>
      <div id="page" />
      {staff?.stoppages && <SendingBanner stoppages={staff.stoppages} language={language} />}
    </>
  );
}
