import { allowAnyone } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';

/** Every address that no other route answers: a route, so that its page knows the visitor's language. */
export const loader = allowAnyone((): null => {
  throw notFound();
});

export default function NoSuchPage() {
  return null;
}
