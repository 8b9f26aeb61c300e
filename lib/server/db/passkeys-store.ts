import { ownNote } from '@/lib/audit/note';
import { addAudit } from './audit-store';
import type { Queryable } from './queryable';
import type { Audience } from './sessions-store';
import { databasePool } from './pool';
import { inTransaction } from './transaction';

/** Whose passkeys these are. */
export interface PasskeyOwner {
  readonly audience: Exclude<Audience, 'operator'>;
  readonly subjectId: string;
}

export interface PasskeyRow {
  readonly id: string;
  readonly shopperId: string | null;
  readonly staffId: string | null;
  readonly credentialId: string;
  /** COSE */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export type NewPasskey = Omit<PasskeyRow, 'shopperId' | 'staffId' | 'lastUsedAt'>;

export type PasskeyPurpose = 'registration' | 'sign-in' | 'confirmation';

export interface PasskeyChallenge {
  readonly shopperId: string | null;
  readonly staffId: string | null;
  readonly intentHash: string | null;
  readonly expiresAt: Date;
}

const PASSKEY = `id, shopper_id AS "shopperId", staff_id AS "staffId",
  credential_id AS "credentialId", public_key AS "publicKey", counter::float8 AS counter,
  transports, name, created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** Rows of challenges that are over go with each new one, at most so many. */
const SWEPT = 100;

export async function insertPasskeyChallenge(
  challengeHash: Uint8Array,
  purpose: PasskeyPurpose,
  owner: PasskeyOwner | null,
  { intentHash, expiresAt, at }: { intentHash: string | null; expiresAt: Date; at: Date },
): Promise<void> {
  await databasePool().query(
    `WITH swept AS (
       DELETE FROM passkey_challenges WHERE challenge_hash = ANY (ARRAY (
         SELECT challenge_hash FROM passkey_challenges WHERE expires_at <= $7
          LIMIT ${SWEPT} FOR UPDATE SKIP LOCKED)))
     INSERT INTO passkey_challenges
       (challenge_hash, purpose, shopper_id, staff_id, intent_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [challengeHash, purpose, ...columnsOf(owner), intentHash, expiresAt, at],
  );
}

/** @returns null when there is none, when it was taken already, or when it is over */
export async function takePasskeyChallenge(
  challengeHash: Uint8Array,
  purpose: PasskeyPurpose,
  at: Date,
): Promise<PasskeyChallenge | null> {
  const { rows } = await databasePool().query<PasskeyChallenge>(
    `DELETE FROM passkey_challenges WHERE challenge_hash = $1 AND purpose = $2
     RETURNING shopper_id AS "shopperId", staff_id AS "staffId", intent_hash AS "intentHash",
               expires_at AS "expiresAt"`,
    [challengeHash, purpose],
  );
  const challenge = rows[0];
  return challenge && challenge.expiresAt > at ? challenge : null;
}

/** @returns false when the credential is known already, or its owner has `max` of them */
export function insertPasskey(
  owner: PasskeyOwner,
  passkey: NewPasskey,
  max: number,
): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    const people = owner.audience === 'shopper' ? 'shoppers' : 'staff';
    // Registrations of one person take turns, or two at once would both find room.
    await client.query(`SELECT FROM ${people} WHERE id = $1 FOR UPDATE`, [owner.subjectId]);
    const { rowCount: count } = await client.query(
      `SELECT FROM passkeys WHERE ${ownerColumn(owner)} = $1`,
      [owner.subjectId],
    );
    if ((count ?? 0) >= max) return false;
    const { id, credentialId, publicKey, counter, transports, name, createdAt } = passkey;
    const { rowCount } = await client.query(
      `INSERT INTO passkeys (id, shopper_id, staff_id, credential_id, public_key, counter,
                             transports, name, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (credential_id) DO NOTHING`,
      [id, ...columnsOf(owner), credentialId, publicKey, counter, transports, name, createdAt],
    );
    if (rowCount !== 1) return false;
    await note(client, owner, { what: 'added', at: createdAt });
    return true;
  });
}

export async function findPasskey(credentialId: string): Promise<PasskeyRow | null> {
  const { rows } = await databasePool().query<PasskeyRow>(
    `SELECT ${PASSKEY} FROM passkeys WHERE credential_id = $1`,
    [credentialId],
  );
  return rows[0] ?? null;
}

/** The oldest first. */
export async function findPasskeysOf(owner: PasskeyOwner): Promise<readonly PasskeyRow[]> {
  const { rows } = await databasePool().query<PasskeyRow>(
    `SELECT ${PASSKEY} FROM passkeys WHERE ${ownerColumn(owner)} = $1 ORDER BY created_at, id`,
    [owner.subjectId],
  );
  return rows;
}

/** @returns false when it is gone, or a signature with this count or a later one was seen */
export async function notePasskeyUse(id: string, counter: number, at: Date): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    `UPDATE passkeys SET counter = $2, last_used_at = $3
      WHERE id = $1 AND (counter < $2 OR counter = 0 AND $2 = 0)`,
    [id, counter, at],
  );
  return rowCount === 1;
}

/** @returns false when it is not theirs */
export function deletePasskey(owner: PasskeyOwner, id: string, at: Date): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(
      `DELETE FROM passkeys WHERE id = $1 AND ${ownerColumn(owner)} = $2`,
      [id, owner.subjectId],
    );
    if (rowCount !== 1) return false;
    await note(client, owner, { what: 'removed', at });
    return true;
  });
}

/** A shopper's into the platform's trail, a member's into the merchant's. */
async function note(
  client: Queryable,
  { audience, subjectId }: PasskeyOwner,
  { what, at }: { readonly what: 'added' | 'removed'; readonly at: Date },
): Promise<void> {
  if (audience === 'shopper') {
    return addAudit(client, 'platform', ownNote(`passkey.${what}`, subjectId), at);
  }
  const by = { kind: 'staff', id: subjectId } as const;
  await addAudit(client, by, { action: `staff.passkey-${what}`, by, subject: by }, at);
}

function ownerColumn({ audience }: PasskeyOwner): 'shopper_id' | 'staff_id' {
  return audience === 'shopper' ? 'shopper_id' : 'staff_id';
}

/** The shopper and the member of staff, one of them null. */
function columnsOf(owner: PasskeyOwner | null): readonly [string | null, string | null] {
  if (!owner) return [null, null];
  return owner.audience === 'shopper' ? [owner.subjectId, null] : [null, owner.subjectId];
}
