import type { RouteName } from '@/lib/access/permissions';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';

/** The routes that take a body. */
export type BodyRoute = Extract<RouteName, `POST ${string}` | `PUT ${string}`>;

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const OTHER_ID = '01890a5d-ac96-774b-bcce-b302099a8058';
const PHONE = '13900000000';
const PASSWORD = 'nobody has this one';
const HASH = 'a'.repeat(64);
const MONEY = { amount: '100', currency: 'CNY' };
/** Of a passkey that nobody asked for. */
export const REGISTRATION = {
  name: 'Mine',
  response: {
    ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} },
    response: { clientDataJSON: 'e30', attestationObject: 'oA' },
  },
};
/** A point of P-256 that is in RFC 7517's examples. */
export const PUBLIC_KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
};

/**
 * For each route a body of the right shape that does nothing: its secret is wrong, or its ids are
 * nobody's. A route that is missing here does not compile.
 */
const VALID_BODIES: Readonly<Record<BodyRoute, Readonly<Record<string, unknown>>>> = {
  'POST /api/lost-phone': { phone: PHONE, code: '000000', wish: 'freeze' },
  'POST /api/me/close': { password: PASSWORD },
  'POST /api/me/confirmations': { purpose: 'unfreeze' },
  'POST /api/me/consent': { version: '2000-01' },
  'POST /api/me/devices': { publicKey: { ...PUBLIC_KEY, y: PUBLIC_KEY.x } },
  'POST /api/me/enrolment/challenge': { deviceId: ID, screen: 'coloured' },
  'POST /api/me/enrolment': { challengeId: ID, evidence: 'a.b.c' },
  'POST /api/me/export': { password: PASSWORD },
  'POST /api/me/freeze': {},
  'PUT /api/me/limits': {
    ...{ perPayment: { ...MONEY, currency: 'USD' }, perDay: { ...MONEY, currency: 'USD' } },
    smallOnly: false,
  },
  'POST /api/me/sessions/end-others': {},
  'POST /api/me/notices/read': {},
  'PUT /api/me/password': { password: PASSWORD, newPassword: 'another that nobody has' },
  'POST /api/me/passkeys': REGISTRATION,
  'POST /api/me/passkeys/options': {},
  'PUT /api/me/phone': { phone: PHONE, code: '000000', currentCode: '000000' },
  'POST /api/me/phone/code': {},
  'POST /api/me/phone/proof': { code: '000000' },
  'PUT /api/me/pin': { pin: '271828', password: PASSWORD },
  'POST /api/me/top-ups': { id: ID, amount: { ...MONEY, currency: 'USD' } },
  'PUT /api/me/twin': { hasTwin: 'yes' },
  'POST /api/me/unfreeze': { password: PASSWORD },
  'POST /api/merchant/cases/:id/refund': {},
  'POST /api/merchant/payouts': { id: ID, amount: { ...MONEY, currency: 'USD' } },
  'POST /api/operator/cases/:id/decision': { outcome: 'refused', reason: 'It was them.' },
  'POST /api/operator/disputes/:id/settlement': { toShopper: MONEY },
  'POST /api/operator/held-faces/:id/clear': {},
  'POST /api/operator/join': { token: 'a'.repeat(43), password: PASSWORD },
  'POST /api/orders': {
    ...{ id: ID, paymentId: OTHER_ID, storeId: ID, channel: 'counter' },
    lines: [{ productId: 'nothing', quantity: 1 }],
  },
  'POST /api/payments/:id/authorize': { challengeId: ID, evidence: 'a.b.c' },
  'POST /api/payments/:id/cancel': {},
  'POST /api/payments/:id/case': {},
  'POST /api/payments/:id/challenge': { digits: '0000', screen: 'coloured' },
  'POST /api/payments/:id/dispute': { reason: 'damaged' },
  'POST /api/payments/:id/identify': { challengeId: ID, greeting: 'a.b.c' },
  'POST /api/payments/:id/passkey': {
    passkey: {
      ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
    },
  },
  'POST /api/payments/:id/passkey/options': { intentHash: HASH },
  'POST /api/payments/:id/pin': { phone: PHONE, pin: '271828', intentHash: HASH },
  'POST /api/payments/:id/receive': {},
  'POST /api/payments/:id/remember': {},
  'POST /api/payments/:id/share': {},
  'POST /api/passkeys/options': {},
  'POST /api/phone-codes': { phone: 'no number' },
  'POST /api/recovery': {
    ...{ phone: PHONE, code: '000000', pin: '271828', newPassword: PASSWORD },
  },
  'POST /api/setup': {
    ...{ token: 'x'.repeat(20), storeName: 'Mine', email: 'me@example.com' },
    ...{ password: PASSWORD, currency: 'EUR' },
  },
  'POST /api/shoppers': { phone: PHONE, code: '000000', name: 'Eve', password: PASSWORD },
  'POST /api/shared-receipts': { token: 'a'.repeat(43) },
  'POST /api/staff/alarms/:id/dismiss': {},
  'PUT /api/staff/code': { code: '271828', password: PASSWORD },
  'POST /api/staff/join': { token: 'a'.repeat(43), password: PASSWORD },
  'POST /api/staff/members/invitations': {
    ...{ name: 'Lin', email: DEMO_RESTAURANT.staff.email, role: 'staff' },
  },
  'PUT /api/staff/members/:id/role': { role: 'owner' },
  'POST /api/staff/orders/:id/accept': { unavailable: [0] },
  'POST /api/staff/orders/:id/dispatch': {},
  'POST /api/staff/orders/:id/pick-up': {},
  'POST /api/staff/orders/:id/ready': {},
  'POST /api/staff/orders/:id/refund': { id: ID, amount: MONEY },
  'POST /api/staff/orders/:id/reject': { reason: 'sold-out' },
  'POST /api/staff/pairing-codes': {},
  'POST /api/staff/passkeys/options': { password: PASSWORD },
  'POST /api/staff/passkeys': REGISTRATION,
  'PUT /api/staff/password': { password: PASSWORD, newPassword: 'another that nobody has' },
  'POST /api/staff/sessions/end-others': {},
  'POST /api/staff/terminals/:id/unpair': {},
  'POST /api/terminals/pair': { code: 'AAAA-AAAA', publicKey: PUBLIC_KEY },
  'POST /api/terminals/unpair': {},
};

export function validBodyOf(route: RouteName): Readonly<Record<string, unknown>> {
  return (
    (VALID_BODIES as Partial<Record<RouteName, Readonly<Record<string, unknown>>>>)[route] ?? {}
  );
}
