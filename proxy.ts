import { type NextRequest, NextResponse } from 'next/server';

/**
 * The content security policy of a page, fresh for each answer: only scripts that carry its nonce
 * or come from this origin run, and nobody may put a page that pays into a frame.
 *
 * 'wasm-unsafe-eval' lets the networks' WASM kernels compile; it does not allow `eval`.
 */
function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  // React's development build evaluates server stacks; the development server inlines styles.
  const scriptExtra = isDevelopment ? ` 'unsafe-eval'` : '';
  const styles = isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`;
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'${scriptExtra}`,
    `style-src 'self' ${styles}`,
    `style-src-attr 'unsafe-inline'`,
    `worker-src 'self' blob:`,
    `img-src 'self' data: blob:`,
    `media-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Next reads the nonce from the request's policy and puts it on every script it writes. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');

  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // Files and API answers run nothing, and get a policy without a nonce in `bin/serve.mjs`.
  matcher: ['/((?!api/|_next/static|_next/image|models/|favicon.ico).*)'],
};
