// @ts-check

/** A year and all names below, as OWASP ASVS 5 asks (3.4.1). */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

/**
 * For what is no page: files, API answers and Next's own error pages. Pages get a policy with a
 * nonce from proxy.ts, which replaces this one. The worker of the face engine is such a file, and
 * lives by the policy that it came with: it compiles WASM and fetches the networks.
 */
const POLICY = [
  `default-src 'self'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/**
 * Headers of every answer, whoever gives it.
 *
 * @param {Readonly<Record<string, string | undefined>>} env TLS_KEY_FILE, NEXTAUTH_URL, SMILE_DEV
 * @returns {Readonly<Record<string, string>>}
 */
export function secureHeaders({ TLS_KEY_FILE, NEXTAUTH_URL, SMILE_DEV }) {
  const isHttps = Boolean(TLS_KEY_FILE) || Boolean(NEXTAUTH_URL?.startsWith('https:'));
  return {
    ...(isHttps && { 'strict-transport-security': STRICT_TRANSPORT }),
    // Pages and API answers get more of these from next.config.js; Next's redirects get none there.
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    // The development server's files evaluate code.
    ...(SMILE_DEV !== '1' && { 'content-security-policy': POLICY }),
  };
}
