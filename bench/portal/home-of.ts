import type { Services } from '~/services/services.server';
import { readSessionCookie } from '~/http/session-cookie.server';

/** What the signed-in home and the frame around it need: whose session it is, and the same services that the portal asks. */
export async function homeOf(services: Services, request: Request) {
  const { person } = await services.findVisitor({
    ...{ session: readSessionCookie(request), help: null, kiosk: null, path: '/' },
  });
  if (person?.kind !== 'customer') throw new Error('nobody is signed in');
  const { id: customerId, officeId, language } = person;
  const frame = {
    ...{ language, phone: (await services.findEnquiryPhone(officeId)) ?? '', signedIn: 'customer' as const },
    ...{ staff: null, kiosk: null, help: null },
    withChampion: await services.findWithChampion({ customerId, officeId }),
    helpedElsewhere: await services.isHelpedNow({ customerId }),
  };
  const home = { ...(await services.viewHome({ customerId })), language, asked: false };
  return { frame, home };
}
