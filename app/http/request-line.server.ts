import type { RequestHandler } from 'express';
import { fieldNames, isForbiddenName, isWellEncoded } from './text-encoding.server';
import { refuse } from './refuse.server';

const LONGEST_ADDRESS = 2_048;
const METHODS = new Set(['GET', 'HEAD', 'POST']);
/**
 * `.` and `..` between slashes, and letters, digits and `-._~` written as `%61`: rules that go by the path as it came
 * (`isLinkPath`) would see another page than the routes, which see it put straight.
 */
const TWO_READINGS = /\/\.{1,2}(?:\/|$)|%(?:2[de]|3\d|[46][1-9a-f]|[57][0-9a]|5f|7e)/i;

/**
 * Turns away addresses and methods that no page of ours has, so that everything behind may rely on a
 * well-formed one: GET, HEAD or POST; a path of one leading slash and no doubled ones (`//elsewhere` would be
 * another site to a browser), written in the one way in which browsers write it; encodings that decode; no NUL; no
 * field called `__proto__`.
 */
export const requestLine: RequestHandler = (request, response, next) => {
  if (!METHODS.has(request.method)) {
    response.set('Allow', 'GET, HEAD, POST');
    return refuse(response, 'method');
  }
  const address = request.originalUrl;
  if (address.length > LONGEST_ADDRESS) return refuse(response, 'long_address');
  if (!address.startsWith('/') || !isWellEncoded(address)) return refuse(response, 'bad_request');
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  if (/\/\/|\\/.test(path) || TWO_READINGS.test(path)) return refuse(response, 'not_found');
  const names = fieldNames(query);
  if (names.length > 100 || names.some(isForbiddenName)) return refuse(response, 'bad_request');
  // Remix's own way of asking for a route's data: no page of ours uses it, and what is not there cannot leak.
  if (names.includes('_data') || names.includes('_routes')) return refuse(response, 'not_found');
  next();
};
