import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

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
  // Stricter than ipaddr.js, which also reads 0x7f.1.
  if (isIP(nearest) === 0) return UNKNOWN;
  // An IPv4 address within an IPv6 one (::ffff:203.0.113.7) becomes the IPv4 address.
  const address = ipaddr.process(nearest);
  return address instanceof ipaddr.IPv6 ? networkOf(address) : address.toString();
}

/** @returns e.g. `2001:db8:0:1::/64` as `2001:db8:0:1`. */
function networkOf({ parts }: ipaddr.IPv6): string {
  return parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
