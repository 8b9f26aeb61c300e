import { isIP, isIPv4 } from 'node:net';

/** Where no server stated an address, all askers count as one. */
const UNKNOWN = 'unknown';

/**
 * The network address that this request comes from: what the nearest server wrote at the end of
 * `X-Forwarded-For`. Without a proxy that is bin/serve.mjs, which states the socket's address in
 * the place of whatever the client claimed; with TRUST_PROXY=1 it is the proxy, and what stands
 * further left may be the client's invention.
 *
 * @ensures one text for one asker: of IPv6 the first 64 bits, since who has one address there
 *   has all of them
 */
export function addressOf({ headers }: { readonly headers: Pick<Headers, 'get'> }): string {
  const nearest = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const address = nearest.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(address)) return address;
  return isIP(address) === 6 ? networkOf(address) : UNKNOWN;
}

/** @requires an IPv6 address. @returns e.g. `2001:db8:0:1::/64` as `2001:db8:0:1`. */
function networkOf(address: string): string {
  const [before = '', after] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const left = groupsOf(before);
  const right = groupsOf(after ?? '');
  const zeros = after === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':');
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
}
