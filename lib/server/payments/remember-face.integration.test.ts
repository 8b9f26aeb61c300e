import { beforeEach, describe, expect, it } from 'vitest';
import type { GuestActor } from '@/lib/access/actors';
import { claimBy } from '@/lib/access/claim';
import { newUuid } from '@/lib/ids/uuid';
import { hashIntent } from '@/lib/intents/intent';
import { euclidean } from '@/lib/recognition/descriptor';
import { later } from '../clock';
import { findTemplates } from '../db/faces-store';
import { databasePool } from '../db/pool';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { picturesOf } from '../recognition/sealed-template';
import { deleteFace } from '../shoppers/delete-face';
import { setTwin } from '../shoppers/set-twin';
import {
  ACTING_MS,
  act,
  atCounter,
  challengeFor,
  deviceOf,
  enrolFace,
  freshBudget,
  installTerminal,
  MINA,
  MINA_FACE,
  mina,
  onPhone,
  openDemo,
  OTTO,
  otto,
  payByPin,
  soup,
  terminal,
  value,
} from '../demo-store.fixture';
import { authorizeByFaceCheck, authorizeByPin } from './authorize-payment';
import { OFFERED_FOR_MS } from '../recognition/offered-picture';
import { rememberFace } from './remember-face';

const moved = (by: number) => MINA_FACE.map((each, i) => (i === 0 ? each + by : each));
/** Near to the enrolment; only her word of a twin asks for the PIN. */
const FITTING = moved(0.2);
/** The same person by the PIN, too far from the enrolment to become part of it. */
const FAR = moved(0.4);

openDemo();
beforeEach(async () => {
  await freshBudget();
  await enrolFace(MINA, MINA_FACE);
  value(await setTwin(MINA, { hasTwin: true }));
});

type Placed = Awaited<ReturnType<typeof soup>>;

async function steppedUp({ payment }: Placed, face: Float32Array) {
  const device = await deviceOf(atCounter);
  const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
  const answer = await act(challenge, face, device);
  const asked = await later(ACTING_MS, () => authorizeByFaceCheck(atCounter, payment.id, answer));
  expect(asked).toMatchObject({ ok: false, code: 'one-more-thing' });
  return challenge.id;
}

async function paidAfterStepUp(face: Float32Array) {
  const placed = await soup();
  const challengeId = await steppedUp(placed, face);
  const intentHash = hashIntent(paymentIntentOf(placed.payment, claimBy(mina.phone)));
  const body = { challengeId, pin: mina.pin, intentHash };
  return value(await later(ACTING_MS, () => authorizeByPin(atCounter, placed.payment.id, body)));
}

const remember = ({ payment }: Placed, guest: GuestActor = atCounter, afterMs = ACTING_MS) =>
  later(afterMs, () => rememberFace(guest, payment.id));

const REFUSED = { ok: false, code: 'wrong-state' };

async function pictures() {
  const [template] = await findTemplates([MINA.id]);
  return template ? picturesOf(template) : [];
}

describe('"remember me like this"', () => {
  it('adds the picture to the template, once for fifty at once, and tells its owner', async () => {
    const before = await findTemplates([MINA.id]);
    const paid = await paidAfterStepUp(FITTING);
    expect(paid.pictureOffered).toBe(true);
    const answers = await Promise.all(Array.from({ length: 50 }, () => remember(paid)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(new Set(codes)).toEqual(new Set(['wrong-state']));
    const [, , , added = new Float32Array()] = await pictures();
    expect(await pictures()).toHaveLength(4);
    expect(euclidean(added, FITTING)).toBeLessThan(1e-4);
    const after = await findTemplates([MINA.id]);
    expect(after[0]?.enrolledAt).toEqual(before[0]?.enrolledAt);
    const { rows } = await databasePool().query(
      `SELECT payload->>'shopperId' AS id FROM outbox WHERE topic = 'face.remembered'`,
    );
    expect(rows).toEqual([{ id: MINA.id }]);
  });

  it("may be said on the payer's own phone as well", async () => {
    const paid = await paidAfterStepUp(FITTING);
    expect(await remember(paid, onPhone(MINA))).toEqual({ ok: true, value: undefined });
  });

  it("keeps an operator's word on the face", async () => {
    await databasePool().query(
      `UPDATE face_templates SET held_at = now(), held_beside = $2, hold_cleared_at = now()
        WHERE shopper_id = $1`,
      [MINA.id, OTTO.id],
    );
    value(await remember(await paidAfterStepUp(FITTING)));
    const { rows } = await databasePool().query(
      `SELECT held_beside AS beside FROM face_templates
        WHERE shopper_id = $1 AND hold_cleared_at IS NOT NULL`,
      [MINA.id],
    );
    expect(rows).toEqual([{ beside: OTTO.id }]);
  });
});

describe('what is not remembered', () => {
  it('a picture too far from the enrolment: it is not even kept', async () => {
    const paid = await paidAfterStepUp(FAR);
    expect(paid.pictureOffered).toBe(false);
    expect(await remember(paid)).toEqual(REFUSED);
    expect(await pictures()).toHaveLength(3);
  });

  it('a face at a payment that nobody, or somebody else, paid', async () => {
    const placed = await soup();
    await steppedUp(placed, FITTING);
    expect(await remember(placed)).toEqual(REFUSED);
    const byOtto = await payByPin(atCounter, placed.payment, { phone: otto.phone, pin: otto.pin });
    expect(value(byOtto).pictureOffered).toBe(false);
    expect(await remember(placed)).toEqual(REFUSED);
    expect(await pictures()).toHaveLength(3);
  });

  it('at another counter, by another person, or later than a quarter of an hour', async () => {
    const paid = await paidAfterStepUp(FITTING);
    const other = { ...terminal, id: newUuid(), deviceId: newUuid() };
    await installTerminal(other);
    const unknown = { ok: false, code: 'not-found' };
    expect(await remember(paid, { ...atCounter, terminal: other })).toEqual(unknown);
    expect(await remember(paid, onPhone(OTTO))).toEqual(unknown);
    expect(await remember(paid, atCounter, OFFERED_FOR_MS + ACTING_MS)).toEqual(REFUSED);
  });

  it('after the face was deleted, or enrolled anew', async () => {
    const paid = await paidAfterStepUp(FITTING);
    await enrolFace(MINA, MINA_FACE);
    expect(await remember(paid)).toEqual(REFUSED);
    const again = await paidAfterStepUp(FITTING);
    value(await deleteFace(MINA));
    expect(await remember(again)).toEqual(REFUSED);
    expect(await pictures()).toEqual([]);
  });
});
