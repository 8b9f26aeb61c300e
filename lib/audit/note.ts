import type { ActorKindOfEntry, AuditAction } from './actions';

/** Who did it. */
export type AuditActor =
  | {
      readonly kind: Extract<ActorKindOfEntry, 'staff' | 'shopper' | 'terminal' | 'operator'>;
      readonly id: string;
    }
  | { readonly kind: Extract<ActorKindOfEntry, 'system' | 'unknown'> };

/** A time limit was over; nobody did it. */
export const BY_SYSTEM: AuditActor = { kind: 'system' };

export interface AuditSubject {
  readonly kind:
    'payment' | 'order' | 'payout' | 'staff' | 'terminal' | 'shopper' | 'device' | 'operator';
  readonly id: string;
}

/**
 * One entry of the audit trail, before it has its place in a chain. `details` holds codes, ids and
 * amounts: no secret, no descriptor, no phone number, no name of a shopper.
 */
export interface AuditNote {
  readonly action: AuditAction;
  readonly by: AuditActor;
  readonly subject?: AuditSubject;
  readonly details?: Readonly<Record<string, string>>;
}

/** Something that a shopper did to the own account. */
export function ownNote(
  action: AuditAction,
  shopperId: string,
  details?: AuditNote['details'],
): AuditNote {
  const by = { kind: 'shopper', id: shopperId } as const;
  return { action, by, subject: by, ...(details && { details }) };
}

/** At a counter whoever stands there is not known, only the counter; on the own phone the shopper is. */
export function payerPlace(
  terminalId: string | null,
  shopperId: string | null | undefined,
): AuditActor {
  if (terminalId !== null) return { kind: 'terminal', id: terminalId };
  return shopperId ? { kind: 'shopper', id: shopperId } : { kind: 'unknown' };
}
