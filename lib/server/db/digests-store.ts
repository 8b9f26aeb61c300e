import { databasePool } from './pool';

type Bytes = Uint8Array<ArrayBuffer>;

/** The latest digests of a person's evidence. */
export async function findDigests(shopperId: string, limit: number): Promise<readonly Bytes[]> {
  const { rows } = await databasePool().query<{ digest: Buffer }>(
    'SELECT digest FROM evidence_digests WHERE shopper_id = $1 ORDER BY made_at DESC LIMIT $2',
    [shopperId, limit],
  );
  return rows.map(({ digest }) => new Uint8Array(digest));
}

/** Kept as long as the challenge that it belongs to. */
export async function insertDigest(
  challengeId: string,
  shopperId: string,
  digest: Bytes,
  madeAt: Date,
): Promise<void> {
  await databasePool().query(
    `INSERT INTO evidence_digests (challenge_id, shopper_id, digest, made_at)
     VALUES ($1, $2, $3, $4)`,
    [challengeId, shopperId, digest, madeAt],
  );
}
