import { isHttps } from '../env';

export interface CookieOptions {
  readonly httpOnly: true;
  readonly sameSite: 'lax' | 'strict';
  readonly path: '/';
  readonly secure: boolean;
}

/**
 * The name and attributes of a cookie that identifies somebody. On https the name begins with
 * `__Host-`: a browser takes it only with Secure, with Path=/ and without Domain, so that neither
 * another host of the same domain nor plain http can set it (RFC 6265bis, section 4.1.3.2). The
 * attributes are needed to delete it too.
 */
export function hostCookie(
  name: string,
  sameSite: CookieOptions['sameSite'],
  secure = isHttps(),
): { readonly name: string; readonly options: CookieOptions } {
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite, path: '/', secure },
  };
}
