import type { RouteName } from '@/lib/access/permissions';
import { CONSENT_VERSION } from '@/lib/api/shoppers';
import { DEMO_PASSWORD } from '@/lib/server/demo/people';
import { PASSWORD, PIN } from '../abuse/people';
import type { Belongings } from './belongings';
import { type BodyRoute, PUBLIC_KEY, REGISTRATION } from './valid-bodies';

export type SentBody = Readonly<Record<string, unknown>>;

const MONEY = { amount: '100', currency: 'CNY' };

/**
 * For each route what whoever owns these things would send, so that nothing but the permissions and
 * the ownership stands against it. A route that is missing here does not compile. At the end of the
 * walk the owners send it themselves (`walk.ts`): a body that would be refused anyway proves nothing.
 */
const WORKING_BODIES: Readonly<Record<BodyRoute, (own: Belongings) => SentBody>> = {
  'POST /api/lost-phone': () => ({ phone: '13900000000', code: '000000', wish: 'freeze' }),
  'POST /api/me/close': () => ({ password: PASSWORD }),
  'POST /api/me/confirmations': () => ({ purpose: 'unfreeze' }),
  'POST /api/me/consent': () => ({ version: CONSENT_VERSION }),
  // `replaces` is tried in own-phone.integration.test.ts: another's is passed over, and 201.
  'POST /api/me/devices': () => ({ publicKey: PUBLIC_KEY }),
  'POST /api/me/enrolment/challenge': ({ deviceId }) => ({ deviceId, screen: 'plain' }),
  'POST /api/me/enrolment': ({ enrolment: { challengeId, evidence } }) => ({
    ...{ challengeId, evidence },
  }),
  'POST /api/me/export': () => ({ password: PASSWORD }),
  'POST /api/me/freeze': () => ({}),
  'PUT /api/me/limits': () => ({ perPayment: MONEY, perDay: MONEY, smallOnly: true }),
  'POST /api/me/notices/read': () => ({}),
  'PUT /api/me/password': () => ({ password: PASSWORD, newPassword: PASSWORD }),
  // It needs a signature: passkeys.integration.test.ts sends others'.
  'POST /api/me/passkeys': () => REGISTRATION,
  'POST /api/me/passkeys/options': () => ({}),
  'PUT /api/me/phone': () => ({ phone: '13900000001', code: '000000', currentCode: '000000' }),
  'POST /api/me/phone/code': () => ({}),
  'POST /api/me/phone/proof': () => ({ code: '000000' }),
  'PUT /api/me/pin': () => ({ pin: PIN, password: PASSWORD }),
  'POST /api/me/sessions/end-others': () => ({}),
  'POST /api/me/top-ups': ({ transferId: id }) => ({ id, amount: MONEY }),
  'PUT /api/me/twin': () => ({ hasTwin: true }),
  'POST /api/me/unfreeze': () => ({ password: PASSWORD }),
  'POST /api/merchant/cases/:id/refund': () => ({}),
  'POST /api/merchant/payouts': ({ transferId: id }) => ({ id, amount: MONEY }),
  'POST /api/operator/cases/:id/decision': () => ({ outcome: 'refunded' }),
  'POST /api/operator/disputes/:id/settlement': () => ({ toShopper: MONEY }),
  'POST /api/operator/held-faces/:id/clear': () => ({}),
  'POST /api/operator/join': () => ({ token: 'a'.repeat(43), password: PASSWORD }),
  'POST /api/orders': ({ orders: { unpaid }, storeId, channel, productId }) => ({
    ...{ id: unpaid.id, paymentId: unpaid.paymentId, storeId, channel },
    lines: [{ productId, quantity: 1 }],
  }),
  'POST /api/payments/:id/authorize': ({ challengeId, evidence }) => ({ challengeId, evidence }),
  'POST /api/payments/:id/cancel': () => ({}),
  'POST /api/payments/:id/case': () => ({}),
  'POST /api/payments/:id/challenge': ({ begin }) => ({ ...begin, screen: 'plain' }),
  'POST /api/payments/:id/dispute': () => ({ reason: 'damaged' }),
  'POST /api/payments/:id/identify': ({ challengeId, greeting }) => ({ challengeId, greeting }),
  'POST /api/payments/:id/passkey': () => ({
    passkey: {
      ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
    },
  }),
  'POST /api/payments/:id/passkey/options': ({ orders }) => ({
    intentHash: orders.unpaid.intentHash,
  }),
  'POST /api/payments/:id/pin': ({ payer, orders }) => ({
    ...{ ...payer, pin: PIN, intentHash: orders.unpaid.intentHash },
  }),
  'POST /api/payments/:id/receive': () => ({}),
  'POST /api/payments/:id/remember': () => ({}),
  'POST /api/payments/:id/share': () => ({}),
  'POST /api/passkeys/options': () => ({}),
  'POST /api/phone-codes': () => ({ phone: '13900000000' }),
  'POST /api/recovery': () => ({
    ...{ phone: '13900000000', code: '000000', pin: PIN, newPassword: PASSWORD },
  }),
  'POST /api/setup': () => ({
    ...{ token: 'x'.repeat(20), storeName: 'Mine', email: 'me@example.com' },
    ...{ password: PASSWORD, currency: 'EUR' },
  }),
  'POST /api/shoppers': () => ({
    ...{ phone: '13900000000', code: '000000', name: 'Eve', password: PASSWORD },
  }),
  'POST /api/shared-receipts': () => ({ token: 'a'.repeat(43) }),
  'POST /api/staff/alarms/:id/dismiss': () => ({}),
  'PUT /api/staff/code': () => ({ code: '271828', password: DEMO_PASSWORD }),
  'POST /api/staff/join': () => ({ token: 'a'.repeat(43), password: PASSWORD }),
  'POST /api/staff/members/invitations': () => ({
    ...{ name: 'Dee', email: 'dee@kpro.example', role: 'staff' },
  }),
  'PUT /api/staff/members/:id/role': () => ({ role: 'manager' }),
  'POST /api/staff/orders/:id/accept': () => ({}),
  'POST /api/staff/orders/:id/dispatch': () => ({}),
  'POST /api/staff/orders/:id/pick-up': () => ({}),
  'POST /api/staff/orders/:id/ready': () => ({}),
  'POST /api/staff/orders/:id/refund': ({ transferId: id }) => ({ id, amount: MONEY }),
  'POST /api/staff/orders/:id/reject': () => ({ reason: 'sold-out' }),
  'POST /api/staff/pairing-codes': () => ({}),
  'POST /api/staff/passkeys/options': () => ({ password: DEMO_PASSWORD }),
  'POST /api/staff/passkeys': () => REGISTRATION,
  'PUT /api/staff/password': () => ({ password: DEMO_PASSWORD, newPassword: DEMO_PASSWORD }),
  'POST /api/staff/sessions/end-others': () => ({}),
  'POST /api/staff/terminals/:id/unpair': () => ({}),
  'POST /api/terminals/pair': () => ({ code: 'AAAA-AAAA', publicKey: PUBLIC_KEY }),
  'POST /api/terminals/unpair': () => ({}),
};

/** @returns undefined where the route takes no body */
export function workingBodyOf(route: RouteName, own: Belongings): SentBody | undefined {
  const bodies: Partial<Record<RouteName, (own: Belongings) => SentBody>> = WORKING_BODIES;
  return bodies[route]?.(own);
}

/**
 * The own body with one id in it replaced by another's, for each id that there is; and the other's
 * whole body, as somebody sends it who has overheard it, signature included.
 *
 * @returns none where the two bodies have the same ids
 */
export function withForeignIds(
  route: RouteName,
  own: Belongings,
  others: Belongings,
): readonly SentBody[] {
  const [mine, theirs] = [workingBodyOf(route, own) ?? {}, workingBodyOf(route, others) ?? {}];
  const replaced = Object.entries(theirs)
    .filter(([field, value]) => isId(value) && isId(mine[field]) && value !== mine[field])
    .map(([field, value]) => ({ ...mine, [field]: value }));
  return replaced.length > 0 ? [...replaced, theirs] : [];
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/.test(value);
}
