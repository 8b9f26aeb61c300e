import 'server-only';
import type { AuditNote } from '@/lib/audit/note';
import { addressKey, personKey, type Subject } from './attempts';
import { proveSecret } from './prove-secret';
import { tellOwner } from './tell-owner';
import { addAudit } from '../db/audit-store';
import { databasePool } from '../db/pool';
import { findOperatorByEmail } from '../db/operators-store';
import { findShopperByPhone } from '../db/shoppers-store';
import { findStaffByEmail } from '../db/staff-store';
import type { Result } from '../result';
import type { Audience } from '../db/sessions-store';

/** Who says to be whom, from where. */
export interface SignIn {
  readonly audience: Audience;
  /** A phone number in E.164, or an email in small letters. */
  readonly login: string;
  readonly password: string;
  readonly address: string;
  /** The device that this person has signed in on before, if this is one. */
  readonly device: string | undefined;
}

/**
 * Checks a password. From an unknown browser it counts for the person at this address,
 * for the person everywhere and for the address with any names; from a known one for that alone,
 * so that strangers cannot keep the owner out.
 */
export function checkSignIn(signIn: SignIn): Promise<Result<{ readonly id: string }>> {
  const { audience, login, password, device } = signIn;
  const [own, ...others] = subjectsOf(signIn);
  return proveSecret({
    typed: password,
    find: () => FIND[audience](login),
    hashOf: ({ passwordHash }) => passwordHash,
    own,
    others,
    lane: device === undefined ? 'stranger' : 'known',
    codes: { wrong: 'wrong-password', stopped: 'rate-limited' },
    onWrong: async (person, attempt) => {
      if (audience !== 'shopper') return noteRefused(audience, person?.id, attempt.at);
      await tellOwner(person?.id, attempt.positionAt(own.kind), { topic: 'password.refused' });
    },
  });
}

/** What identifies a person in cookies and counts: the audience and the login, hashed. */
export function personOf(audience: Audience, login: string): string {
  return personKey(`${audience} ${login}`);
}

function subjectsOf(signIn: SignIn): readonly [Subject, ...Subject[]] {
  const { audience, login, address, device } = signIn;
  if (device !== undefined) return [{ kind: 'password:known-device', id: device }];
  const person = personOf(audience, login);
  const from = addressKey(address);
  return [
    { kind: 'password:person-at-address', id: `${person}@${from}` },
    { kind: 'password:person', id: person },
    { kind: 'password:address', id: from },
  ];
}

const FIND = {
  shopper: findShopperByPhone,
  staff: findStaffByEmail,
  operator: findOperatorByEmail,
} as const satisfies Record<Audience, unknown>;

/** An email that nobody has is of no merchant, and stands in no trail. */
async function noteRefused(
  audience: Exclude<Audience, 'shopper'>,
  id: string | undefined,
  at: Date,
): Promise<void> {
  if (id === undefined) return;
  const subject = { kind: audience, id };
  const note: AuditNote = {
    action: `${audience}.sign-in-refused`,
    by: { kind: 'unknown' },
    subject,
  };
  const place = audience === 'staff' ? ({ kind: 'staff', id } as const) : 'platform';
  await addAudit(databasePool(), place, note, at);
}
