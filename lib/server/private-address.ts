/**
 * Whether nobody on the way can read what is sent there: over TLS, or without leaving this machine.
 *
 * @requires `URL.canParse(url)`
 */
export function isPrivateAddress(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}

/** @param hostname as URL gives it: IPv6 in brackets, IPv4 in four decimal parts */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
