import type { JWK } from 'jose';
import type { Sealed } from '../sealing/seal';
import type { Queryable } from './queryable';

/** A secret that the installation made for itself. */
export interface InstallationKeyRow extends Sealed {
  readonly name: string;
  /** The public half, where there is one. */
  readonly publicKey: JWK | null;
}

export async function findInstallationKeys(db: Queryable): Promise<readonly InstallationKeyRow[]> {
  const { rows } = await db.query<InstallationKeyRow>(
    `SELECT name, wrapped_key AS "wrappedKey", sealed, public_key AS "publicKey"
       FROM installation_keys ORDER BY created_at, name`,
  );
  return rows;
}

/** Of several instances that start at once, the first one's stays. */
export async function insertInstallationKey(
  db: Queryable,
  { name, wrappedKey, sealed, publicKey }: InstallationKeyRow,
): Promise<void> {
  await db.query(
    `INSERT INTO installation_keys (name, wrapped_key, sealed, public_key)
     VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING`,
    [name, wrappedKey, sealed, publicKey && JSON.stringify(publicKey)],
  );
}

/** @returns false when templates still need it */
export async function deleteTransformKey(db: Queryable, version: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `DELETE FROM installation_keys WHERE name = 'transform:' || $1::int
        AND NOT EXISTS (SELECT FROM face_templates WHERE transform_version = $1::int)`,
    [version],
  );
  return rowCount === 1;
}
