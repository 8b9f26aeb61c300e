import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';
import { pinSchema } from './common';

/**
 * What next-auth's endpoints take, as `application/x-www-form-urlencoded`:
 * GET /api/auth/csrf → {@link CsrfToken}, with a cookie
 * POST /api/auth/callback/shopper, /api/auth/callback/shopper-again,
 *   /api/auth/callback/shopper-passkey → 200: signed in, with a cookie
 * POST /api/auth/signout → 200: the session has ended
 * The same under /api/staff/auth, with the providers `staff`,
 * `staff-passkey` and `staff-code`, which a colleague's session must ask for; and under /api/operator/auth, with
 * `operator`.
 */
export interface CsrfToken {
  readonly csrfToken: string;
}

/** Text without control characters, NUL among them, which PostgreSQL does not store. */
const line = (lengthMax: number) =>
  z
    .string()
    .max(lengthMax)
    .regex(/^\P{Cc}*$/u);

/** next-auth's own client sends both. Nobody is sent anywhere and the answer is always JSON. */
const clientFields = {
  callbackUrl: z.string().max(2_000).optional(),
  json: z.enum(['true', 'false']).optional(),
};

/** In the address nothing else is taken, and no password above all. */
export const authQuerySchema = z.strictObject(clientFields);

export const authFormSchema = z.strictObject({ ...clientFields, csrfToken: z.string().max(200) });

const password = z.string().max(200);

export const SIGN_IN_FORMS = {
  shopper: authFormSchema.extend({ phone: line(32), password }),
  'shopper-again': authFormSchema.extend({ password }),
  'shopper-passkey': authFormSchema.extend({ response: z.string().max(12_000) }),
  staff: authFormSchema.extend({ email: line(254), password }),
  'staff-code': authFormSchema.extend({ member: uuidSchema, code: pinSchema }),
  'staff-passkey': authFormSchema.extend({ response: z.string().max(12_000) }),
  operator: authFormSchema.extend({ email: line(254), password }),
} as const;

export type SignInProvider = keyof typeof SIGN_IN_FORMS;

/**
 * @param host the app's own, with its port, as the request names it
 * @returns whether a browser that followed `url` would stay here: a path or an address of `host`
 */
export function staysHere(url: string, host: string): boolean {
  if (/[\p{Cc}\\]/u.test(url)) return false;
  if (url.startsWith('/')) return !url.startsWith('//');
  if (!URL.canParse(url)) return false;
  const { protocol, username, host: named } = new URL(url);
  return /^https?:$/.test(protocol) && username === '' && named === host;
}
