import fc from 'fast-check';
import { PERMISSIONS, type RouteName } from '@/lib/access/permissions';
import type { Asked } from './ask';
import { bodies, type Body, ids } from './bodies';
import { validBodyOf } from './valid-bodies';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Mostly the route's own method and a body for it; now and then another method.
 *
 * @param realIds what the asker may ask about in this path; used where the body decides what happens
 */
export function requestTo(route: RouteName, realIds: readonly string[]): fc.Arbitrary<Asked> {
  const [own = '', path = ''] = route.split(' ');
  const others = METHODS.filter((other) => !(`${other} ${path}` in PERMISSIONS));
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constant(own) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
  // Without a body to be wrong, a DELETE of what is one's own would rightly work.
  const id = own === 'DELETE' || realIds.length === 0 ? ids : fc.oneof(ids, spelled(realIds));
  return fc.tuple(method, id, bodies(validBodyOf(route))).map(([verb, inPath, body]) => ({
    method: verb,
    path: path.replace(/:\w+/, () => inPath),
    ...sent(verb, body),
  }));
}

/** One id has one spelling for us, whatever is in the address. */
function spelled(realIds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...realIds), fc.boolean())
    .map(([id, isUpper]) => (isUpper ? id.toUpperCase() : id));
}

function sent(method: string, { bytes, contentType }: Body): Pick<Asked, 'headers' | 'bytes'> {
  if (method === 'GET' || bytes === undefined) return { headers: {}, bytes: undefined };
  return { headers: contentType === '' ? {} : { 'content-type': contentType }, bytes };
}
