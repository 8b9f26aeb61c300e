import { z } from 'zod';
import type { FaceAttempt } from '@/lib/api/operator';
import type { Uuid } from '@/lib/ids/uuid';
import { unseal } from '../sealing/seal';
import { databasePool } from './pool';

const checksSchema = z.object({
  checks: z.array(
    z.object({
      name: z.string(),
      // JSON has no NaN.
      value: z.number().nullable(),
      threshold: z.number().nullable(),
      passed: z.boolean(),
    }),
  ),
});

interface Row {
  readonly challengeId: string;
  readonly at: Date;
  readonly terminalName: string | null;
  readonly outcome: FaceAttempt['outcome'];
  readonly wrappedKey: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** What was measured at each face check of a payment, the first one first. */
export async function findAttempts(paymentId: Uuid): Promise<readonly FaceAttempt[]> {
  const { rows } = await databasePool().query<Row>(
    `SELECT challenge.id AS "challengeId", assessment.assessed_at AS at, challenge.outcome,
            terminal.name AS "terminalName", assessment.wrapped_key AS "wrappedKey", assessment.sealed
       FROM challenges AS challenge
       JOIN assessments AS assessment ON assessment.challenge_id = challenge.id
       LEFT JOIN terminals AS terminal ON terminal.id = challenge.terminal_id
      WHERE challenge.payment_id = $1 AND challenge.outcome IS NOT NULL
      ORDER BY assessment.assessed_at`,
    [paymentId],
  );
  return rows.map(({ challengeId, at, terminalName, outcome, ...sealed }) => {
    const text = Buffer.from(unseal(sealed, `assessment:${challengeId}`)).toString();
    const { checks } = checksSchema.parse(JSON.parse(text));
    return { at: at.toISOString(), terminalName, outcome, checks };
  });
}
