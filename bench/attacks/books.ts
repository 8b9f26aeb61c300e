import { readRunning } from '@/bin/launch/data-dir';
import { readOrCreateSecrets, provideTemplateKeys } from '@/bin/launch/secrets';
import { createPool } from '@/lib/server/db/pool';
import { unseal } from '@/lib/server/sealing/seal';

/** The app's database, over a connection of the bench's own. */
export interface Books {
  /**
   * Budgets of failures and limits of amounts would hide what each check does, so what was counted
   * is forgotten between two tries, and whoever was enrolled or paid did so two days ago. So is a
   * room that was found too bright for the colours: films make it look so. Hill climbing runs once
   * without this.
   */
  forgetFailures(): Promise<void>;
  /** Names of the checks that this challenge's evidence failed; none where it was not judged. */
  failedChecks(challengeId: string): Promise<readonly string[]>;
  /** Whether the skin showed the screen's light; `unasked` where it was not asked for. */
  colourAnswer(challengeId: string): Promise<ColourAnswer>;
  isConsumed(challengeId: string): Promise<boolean>;
  /** Holds that were ever placed on anybody's money. */
  heldCount(): Promise<number>;
  close(): Promise<void>;
}

export type ColourAnswer = 'answered' | 'silent' | 'unasked';

interface Assessment {
  readonly wrapped_key: Buffer;
  readonly sealed: Buffer;
}

/** @requires the app runs on this data folder. */
export function openBooks(dataDir: string): Books {
  const url = readRunning(dataDir)?.databaseUrl;
  if (!url) throw new Error('the app is gone');
  const pool = createPool(url, 2);
  // The seal module reads its key from the environment, as in the app.
  const { sessionSecret } = readOrCreateSecrets(dataDir);
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: sessionSecret });
  provideTemplateKeys(dataDir);
  return {
    async forgetFailures() {
      await pool.query('DELETE FROM attempts');
      await pool.query(
        'UPDATE challenges SET colour_answer = NULL WHERE colour_answer IS NOT NULL',
      );
      await pool.query(
        `UPDATE face_templates SET enrolled_at = enrolled_at - interval '2 days'
          WHERE enrolled_at > now() - interval '1 day'`,
      );
      await pool.query(
        `UPDATE payments SET created_at = created_at - interval '2 days'
          WHERE payer_id IS NOT NULL AND created_at > now() - interval '1 day'`,
      );
    },
    async failedChecks(challengeId) {
      const { rows } = await pool.query<Assessment>(
        'SELECT wrapped_key, sealed FROM assessments WHERE challenge_id = $1',
        [challengeId],
      );
      const [row] = rows;
      if (!row) return [];
      const sealed = { wrappedKey: bytes(row.wrapped_key), sealed: bytes(row.sealed) };
      const opened = Buffer.from(unseal(sealed, `assessment:${challengeId}`)).toString();
      const { checks } = JSON.parse(opened) as { checks: { name: string; passed: boolean }[] };
      return [...new Set(checks.filter(({ passed }) => !passed).map(({ name }) => name))];
    },
    async colourAnswer(challengeId) {
      const { rows } = await pool.query<{ colour_answer: ColourAnswer | null }>(
        'SELECT colour_answer FROM challenges WHERE id = $1',
        [challengeId],
      );
      return rows[0]?.colour_answer ?? 'unasked';
    },
    async isConsumed(challengeId) {
      const { rowCount } = await pool.query(
        'SELECT 1 FROM challenges WHERE id = $1 AND consumed_at IS NOT NULL',
        [challengeId],
      );
      return rowCount === 1;
    },
    async heldCount() {
      const { rows } = await pool.query<{ holds: number }>(
        `SELECT count(*)::int AS holds FROM ledger_transfers WHERE code = 'authorize'`,
      );
      return rows[0]?.holds ?? 0;
    },
    close: () => pool.end(),
  };
}

function bytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
