// @ts-check

const DEFAULT_PORT = { http: '80', https: '443' };

/**
 * The names under which the app answers. Any other `Host` is a mistake or an attack (a name of the
 * attacker's that resolves to this machine would make their page one of our origin), and links
 * built from it would lead astray.
 *
 * @param {Readonly<Record<string, string | undefined>>} env PORT, HOST (what it listens on),
 *   SMILE_LAN_ADDRESSES, NEXTAUTH_URL, SMILE_HOSTS (further ones, as they stand in `Host`, separated
 *   by commas), TLS_KEY_FILE
 * @returns {ReadonlySet<string>} as `Host` has them, in lower case
 */
export function servedHosts(env) {
  const scheme = env.TLS_KEY_FILE ? 'https' : 'http';
  const own = ['localhost', '127.0.0.1', '::1', env.HOST ?? '', ...listOf(env.SMILE_LAN_ADDRESSES)]
    .filter((name) => name !== '')
    .map((name) => (name.includes(':') ? `[${name}]` : name));
  const hosts = own.flatMap((name) => withPort(name, env.PORT ?? '', scheme));
  if (env.NEXTAUTH_URL) {
    const { protocol, hostname, port } = new URL(env.NEXTAUTH_URL);
    const public_ = protocol === 'https:' ? 'https' : 'http';
    hosts.push(...withPort(hostname, port || DEFAULT_PORT[public_], public_));
  }
  return new Set([...hosts, ...listOf(env.SMILE_HOSTS)].map((host) => host.toLowerCase()));
}

/**
 * @param {string} name
 * @param {string} port
 * @param {'http' | 'https'} scheme
 */
function withPort(name, port, scheme) {
  return port === DEFAULT_PORT[scheme] ? [name, `${name}:${port}`] : [`${name}:${port}`];
}

/** @param {string | undefined} text */
function listOf(text) {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {ReadonlySet<string>} hosts
 */
export function isServedHost({ host, 'x-forwarded-host': forwarded }, hosts) {
  const named = [host ?? '', ...listOf([forwarded ?? []].flat().join())];
  return named.every((name) => hosts.has(name.toLowerCase()));
}
