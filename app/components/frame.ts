import { useMatches } from '@remix-run/react';
import type { Role } from '~/domain/access/role';
import type { HelpWay } from '~/domain/assisted/help';
import type { Language } from '~/domain/language';
import type { KioskFrame } from '~/http/kiosk-frame.server';
import type { Stoppages } from '~/services/view-stoppages.server';

/** What is around a page: the language it is in, and the number at its foot. */
export interface Frame {
  language: Language;
  phone: string;
  signedIn: 'customer' | 'staff' | null;
  /** Things can be looked at, and nothing can be changed; `notSaved`: somebody has just tried. */
  readOnly: { notSaved: boolean } | null;
  /** For staff: what they may do, and what keeps messages from going out at present. */
  staff: { role: Role; stoppages: Stoppages | null } | null;
  /** The shared computer that the page is shown on. */
  kiosk: KioskFrame | null;
  /** The colleague who uses the portal for the customer at present. */
  help: {
    id: string;
    way: HelpWay;
    by: { role: Role; firstName: string; lastName: string };
    helped: { id: string; firstName: string; lastName: string };
  } | null;
  /** For a customer: a colleague uses the portal for them somewhere else. */
  helpedElsewhere: boolean;
  /** The champion who is with the customer, and whether they agreed that she helps on her own screen. */
  withChampion: { visitId: string; firstName: string; agreed: boolean } | null;
  /** False when even the frame could not be made: then nothing is known of the visitor. */
  known: boolean;
}

const NOTHING_KNOWN: Frame = {
  language: 'en',
  phone: '',
  signedIn: null,
  readOnly: null,
  staff: null,
  kiosk: null,
  help: null,
  withChampion: null,
  helpedElsewhere: false,
  known: false,
};

/** The path of the page that is shown, without what is asked of it. */
export function usePath(): string {
  return (
    useMatches()
      .at(-1)
      ?.pathname.replace(/(?<=.)\/$/, '') ?? '/'
  );
}

/**
 * The frame as the root loader made it; a page whose loader answers with `language` or `phone` of its own
 * (behind a link it is the customer's, not the visitor's) has the last word.
 */
export function useFrame(): Frame {
  return useMatches().reduce<Frame>((frame, { id, data }) => {
    if (data === null || typeof data !== 'object') return frame;
    const { language = frame.language, phone = frame.phone } = data as Partial<Frame>;
    if (id === 'root') return { ...frame, ...(data as Omit<Frame, 'known'>), known: true };
    return { ...frame, language, phone };
  }, NOTHING_KNOWN);
}
