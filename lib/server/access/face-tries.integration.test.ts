import { beforeEach, describe, expect, it } from 'vitest';
import { later } from '../clock';
import { databasePool } from '../db/pool';
import {
  ACTING_MS,
  OTTO_FACE,
  act,
  atCounter,
  challengeFor,
  deviceOf,
  freshBudget,
  mina,
  openDemo,
  soup,
  value,
} from '../demo-store.fixture';
import { authorizeByFaceCheck } from '../payments/authorize-payment';

openDemo();
beforeEach(freshBudget);

/** Otto's face for a challenge that was made for Mina's number. */
async function wrongFace() {
  const { payment } = await soup();
  const device = await deviceOf(atCounter);
  const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
  const answer = await act(challenge, OTTO_FACE, device);
  return () => authorizeByFaceCheck(atCounter, payment.id, answer);
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
    const { rows } = await databasePool().query('SELECT * FROM attempts');
    expect(rows).toEqual([]);
  });
});
