// @ts-check
import { fileURLToPath } from 'node:url';

const PERMISSIONS = [
  'camera=(self)',
  'fullscreen=(self)',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'screen-wake-lock=(self)',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
];

/** For every answer; the content security policy, which needs a nonce, is in `proxy.ts`. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: PERMISSIONS.join(', ') },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

const GZIP_ACCEPTED = [
  { type: /** @type {const} */ ('header'), key: 'accept-encoding', value: '.*gzip.*' },
];

/** The names carry the content's hash (`models/weights.ts`), so they hold for good. */
const MODEL_HEADERS = [
  { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' },
  { key: 'Vary', value: 'Accept-Encoding' },
];

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  // In development Next answers only to the names that it is told, for a phone that joins in.
  allowedDevOrigins: process.env.SMILE_LAN_ADDRESSES?.split(',').filter(Boolean),
  // Loads a binary of its own.
  serverExternalPackages: ['usearch'],
  poweredByHeader: false,
  // No page uses Next's images; without this anybody could have it fetch and scale some.
  images: { unoptimized: true },
  // Types are checked once, by `bin/test`; whoever only wants to start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: true,
  async headers() {
    return [
      { source: '/:path*', headers: SECURITY_HEADERS },
      { source: '/models/:name*', headers: MODEL_HEADERS },
      {
        source: '/models/:name(.*\\.bin)',
        headers: [{ key: 'Content-Type', value: 'application/octet-stream' }],
      },
      {
        source: '/models/:name(.*\\.wasm)',
        headers: [{ key: 'Content-Type', value: 'application/wasm' }],
      },
      {
        source: '/models/:name(.*\\.(?:bin|wasm))',
        has: GZIP_ACCEPTED,
        headers: [{ key: 'Content-Encoding', value: 'gzip' }],
      },
    ];
  },
  async rewrites() {
    return {
      beforeFiles: [
        // The compiler passes over folders whose name begins with a dot.
        { source: '/.well-known/jwks.json', destination: '/api/receipt-keys' },
        // Next compresses no binaries; `bin/prepare-models.ts` puts a gzipped twin beside each.
        {
          source: '/models/:name(.*\\.(?:bin|wasm))',
          has: GZIP_ACCEPTED,
          destination: '/models/:name.gz',
        },
      ],
    };
  },
};

export default config;
