import type {
  ActorKind,
  GuestActor,
  OperatorActor,
  ShopperActor,
  StaffActor,
  TerminalActor,
} from './actors';

/**
 * Who may call what: every route of the API, by method and path. A route that is not in this
 * table does not compile (`lib/server/http/action.ts`), and one that is in it but has no file
 * fails a test. Whether the thing that is asked for belongs to the actor is the use case's to
 * find out; what belongs to somebody else does not exist for the actor (404). Of the staff whoever
 * stands further on in `STAFF_ROLES` may call what those before may.
 */
export const PERMISSIONS = {
  'GET /api/demo/messages': 'anyone',
  'POST /api/lost-phone': 'anyone',
  'GET /api/me/cases': 'shopper',
  'POST /api/me/close': 'shopper',
  'POST /api/me/confirmations': 'shopper',
  'POST /api/me/consent': 'shopper',
  'DELETE /api/me/devices/:id': 'shopper',
  'GET /api/me/devices': 'shopper',
  'POST /api/me/devices': 'shopper',
  'POST /api/me/enrolment/challenge': 'shopper',
  'POST /api/me/enrolment': 'shopper',
  'POST /api/me/export': 'shopper',
  'DELETE /api/me/face': 'shopper',
  'POST /api/me/freeze': 'shopper',
  'GET /api/me/limits': 'shopper',
  'PUT /api/me/limits': 'shopper',
  'POST /api/me/notices/read': 'shopper',
  'GET /api/me/notices': 'shopper',
  'PUT /api/me/password': 'shopper',
  'DELETE /api/me/passkeys/:id': 'shopper',
  'GET /api/me/passkeys': 'shopper',
  'POST /api/me/passkeys': 'shopper',
  'POST /api/me/passkeys/options': 'shopper',
  'PUT /api/me/phone': 'shopper',
  'POST /api/me/phone/code': 'shopper',
  'POST /api/me/phone/proof': 'shopper',
  'PUT /api/me/pin': 'shopper',
  'DELETE /api/me/sessions/:id': 'shopper',
  'POST /api/me/sessions/end-others': 'shopper',
  'GET /api/me/sessions': 'shopper',
  'GET /api/me': 'shopper',
  'POST /api/me/top-ups': 'shopper',
  'PUT /api/me/twin': 'shopper',
  'POST /api/me/unfreeze': 'shopper',
  'GET /api/me/wallet': 'shopper',
  'GET /api/merchant/activity/:day/csv': 'owner',
  'GET /api/merchant/activity/:day': 'owner',
  'GET /api/merchant/balance': 'owner',
  'POST /api/merchant/cases/:id/refund': 'manager',
  'GET /api/merchant/cases': 'manager',
  'POST /api/merchant/payouts': 'owner',
  'GET /api/merchant/statements': 'owner',
  'GET /api/merchant/statements/:day/csv': 'owner',
  'GET /api/merchant/statements/:day': 'owner',
  'GET /api/operator/activity/:day/csv': 'operator',
  'GET /api/operator/activity/:day': 'operator',
  'POST /api/operator/cases/:id/decision': 'operator',
  'GET /api/operator/cases/:id': 'operator',
  'GET /api/operator/cases': 'operator',
  'POST /api/operator/disputes/:id/settlement': 'operator',
  'GET /api/operator/disputes': 'operator',
  'POST /api/operator/held-faces/:id/clear': 'operator',
  'GET /api/operator/held-faces': 'operator',
  'POST /api/operator/join': 'anyone',
  'POST /api/orders': 'guest',
  'POST /api/payments/:id/authorize': 'guest',
  'POST /api/payments/:id/cancel': 'guest',
  'POST /api/payments/:id/case': 'shopper',
  'POST /api/payments/:id/challenge': 'guest',
  'POST /api/payments/:id/dispute': 'shopper',
  'POST /api/payments/:id/identify': 'terminal',
  'POST /api/payments/:id/passkey': 'shopper',
  'POST /api/payments/:id/passkey/options': 'shopper',
  'POST /api/payments/:id/pin': 'guest',
  'POST /api/payments/:id/receive': 'shopper',
  'POST /api/payments/:id/remember': 'guest',
  'DELETE /api/payments/:id/share': 'shopper',
  'POST /api/payments/:id/share': 'shopper',
  'GET /api/payments/:id': 'guest',
  'POST /api/passkeys/options': 'anyone',
  'POST /api/phone-codes': 'anyone',
  'POST /api/recovery': 'anyone',
  'POST /api/setup': 'anyone',
  'POST /api/shoppers': 'anyone',
  'POST /api/shared-receipts': 'anyone',
  'POST /api/staff/alarms/:id/dismiss': 'staff',
  'PUT /api/staff/code': 'staff',
  'GET /api/staff/colleagues': 'staff',
  'POST /api/staff/join': 'anyone',
  'DELETE /api/staff/members/:id': 'manager',
  'PUT /api/staff/members/:id/role': 'owner',
  'POST /api/staff/members/invitations': 'manager',
  'GET /api/staff/members': 'manager',
  'POST /api/staff/orders/:id/accept': 'staff',
  'POST /api/staff/orders/:id/dispatch': 'staff',
  'POST /api/staff/orders/:id/pick-up': 'staff',
  'POST /api/staff/orders/:id/ready': 'staff',
  'POST /api/staff/orders/:id/refund': 'staff',
  'POST /api/staff/orders/:id/reject': 'staff',
  'GET /api/staff/orders': 'staff',
  'GET /api/staff/orders/stream': 'staff',
  'POST /api/staff/pairing-codes': 'manager',
  'DELETE /api/staff/passkeys/:id': 'staff',
  'POST /api/staff/passkeys/options': 'staff',
  'GET /api/staff/passkeys': 'staff',
  'POST /api/staff/passkeys': 'staff',
  'PUT /api/staff/password': 'staff',
  'DELETE /api/staff/sessions/:id': 'staff',
  'POST /api/staff/sessions/end-others': 'staff',
  'GET /api/staff/sessions': 'staff',
  'POST /api/staff/terminals/:id/unpair': 'manager',
  'GET /api/staff/terminals': 'manager',
  'GET /api/terminals/me': 'terminal',
  'POST /api/terminals/pair': 'anyone',
  'POST /api/terminals/unpair': 'terminal',
} as const satisfies Record<string, ActorKind>;

export type RouteName = keyof typeof PERMISSIONS;

/** What a route's use case learns of who asks. */
export interface Actors {
  readonly anyone: null;
  readonly shopper: ShopperActor;
  readonly staff: StaffActor;
  readonly manager: StaffActor;
  readonly owner: StaffActor;
  readonly terminal: TerminalActor;
  readonly guest: GuestActor;
  readonly operator: OperatorActor;
}

export type ActorOf<R extends RouteName> = Actors[(typeof PERMISSIONS)[R]];
