import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EMBEDDER } from '@/models/embedder/model';
import { actedEvidence } from '@/lib/identity/evidence.fixture';
import { later } from '../clock';
import { databasePool } from '../db/pool';
import {
  ACTING_MS,
  OTTO_FACE,
  atCounter,
  freshBudget,
  mina,
  openDemo,
  soup,
  value,
} from '../demo-store.fixture';
import { authorizeByFace } from '../payments/authorize';
import { beginPayment } from '../payments/challenge';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openDemo();
});
afterAll(() => close());
beforeEach(freshBudget);

/** Otto's face for a challenge that was made for Mina's number. */
async function wrongFace() {
  const { payment } = await soup();
  const asked = { digits: mina.phone, screen: 'coloured' } as const;
  const challenge = value(await beginPayment(atCounter, payment.id, asked));
  const evidence = actedEvidence(challenge, OTTO_FACE, EMBEDDER.id);
  return () => authorizeByFace(atCounter, payment.id, { challengeId: challenge.id, evidence });
}

describe('evidence', () => {
  it('for challenges taken in stock, answered at once, is judged five times', async () => {
    const stock = await Promise.all(Array.from({ length: 12 }, wrongFace));
    const answers = await later(ACTING_MS, () => Promise.all(stock.map((answer) => answer())));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code)).toSorted();
    expect(codes).toEqual([
      ...Array<string>(5).fill('face-unknown'),
      ...Array<string>(7).fill('wait-a-little'),
    ]);
  });

  it('that comes too late is no face, and costs nothing', async () => {
    const answer = await wrongFace();
    for (let i = 0; i < 6; i++) {
      expect(await later(120_000, answer)).toMatchObject({ code: 'challenge-expired' });
    }
    const { rows } = await databasePool().query('SELECT * FROM failures');
    expect(rows).toEqual([]);
  });
});
