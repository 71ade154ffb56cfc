import { CLUB_FEATURES, FEATURE_FIELDS, type ClubFeature } from '~/domain/club/nearest-clubs';
import { outwardCodeOf } from '~/domain/club/outward-code';
import { redirectWithin } from './redirect-within.server';

/** What an address asks for: `/clubs?near=LL57&computers=yes`. */
export interface ClubSearch {
  /** An outward code; null when none was typed, or nothing that is one. */
  near: string | null;
  /** What was typed that is no postcode; null when all is well. `empty` when the field was sent empty. */
  wrong: 'empty' | 'malformed' | null;
  typed: string;
  needed: ClubFeature[];
  all: boolean;
}

/**
 * Reads a search for clubs. Of a postcode nothing but its first half goes any further: an address with more of it is
 * answered with a redirect to the one without, so that it stays neither in the browser's history nor anywhere here.
 * @throws the redirect.
 */
export function readClubSearch(url: URL): ClubSearch {
  const { searchParams: query } = url;
  const asked = query.get('near');
  const code = asked === null ? null : outwardCodeOf(asked);
  if (code !== null && code !== asked) throw shortened(url, code);
  const typed = code === null ? (asked ?? '').trim().slice(0, 40) : code;
  return {
    near: code,
    wrong: asked === null || code !== null ? null : typed === '' ? 'empty' : 'malformed',
    typed,
    needed: CLUB_FEATURES.filter((feature) => query.get(FEATURE_FIELDS[feature]) === 'yes'),
    all: query.get('show') === 'all',
  };
}

function shortened(url: URL, code: string) {
  const query = new URLSearchParams(url.searchParams);
  query.set('near', code);
  return redirectWithin(`${url.pathname}?${query}`);
}
