import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newUuid, writtenUuid } from '@/lib/ids/uuid';
import { EMBEDDER } from '@/models/embedder/model';
import { findHeldFaces } from '../db/held-faces-store';
import { clearFace } from '../operators/clear-held-faces';
import { databasePool } from '../db/pool';
import {
  atCounter,
  enrolFace,
  freshBudget,
  MINA,
  MINA_FACE,
  mina,
  newcomer,
  onPhone,
  openDemo,
  smile,
  soup,
  terminal,
  value,
} from '../demo-store.fixture';
import { readProfile } from '../shoppers/read-profile';
import { deleteFace } from '../shoppers/delete-face';
import { setTwin } from '../shoppers/set-twin';
import { listAlarms } from '../terminals/list-alarms';
import { keepFaces, type KeptFaces } from './keep-faces';
import { matchFaces } from './match-faces';

/** So far from Mina's face, in a direction of its own. */
const movedBy = (distance: number, at = 0) =>
  MINA_FACE.map((each, i) => (i === at ? each + distance : each));
const { acceptMax, otherPeopleRatioMax } = EMBEDDER.thresholds;

let faces: KeptFaces;
openDemo();
beforeEach(async () => {
  await freshBudget();
  faces = await keepFaces(() => undefined);
});
afterEach(() => faces.close());

const pay = async (face: Float32Array, digits: string) =>
  smile(atCounter, (await soup()).payment.id, face, digits);

/** Until the neighbours of everybody who came or went are written down. */
async function noted(): Promise<void> {
  const left = 'SELECT FROM face_changes WHERE noted_at IS NULL';
  await expect
    .poll(async () => (await databasePool().query(left)).rowCount, { timeout: 10_000 })
    .toBe(0);
}

describe('a decision among enrolled people', () => {
  it('lets a face pay less easily when somebody near is enrolled, and as before when they go', async () => {
    await noted();
    const face = movedBy(0.3);
    expect(await pay(face, mina.phone)).toMatchObject({ ok: true });
    const ada = await newcomer('13900007001');
    // Nearer to this face than Mina is, but not so near to Mina as to be the same person.
    await enrolFace(ada, movedBy(0.36));
    await noted();
    expect(await pay(face, mina.phone)).toMatchObject({ code: 'one-more-thing' });
    expect(await pay(movedBy(0.02), mina.phone)).toMatchObject({ ok: true });
    value(await deleteFace(ada));
    await noted();
    expect(await pay(face, mina.phone)).toMatchObject({ ok: true });
  });

  it('has the bound of the neighbour, from the template as from the probe', async () => {
    const ada = await newcomer('13900007002');
    await enrolFace(ada, movedBy(0.36));
    await noted();
    const kindAt = async (face: Float32Array) =>
      (await matchFaces([MINA.id], 'whole-number', face)).match.kind;
    // Away from Ada, so that only the distance of the two templates counts.
    const bound = otherPeopleRatioMax * 0.36;
    expect(bound).toBeLessThan(acceptMax['whole-number']);
    expect(await kindAt(movedBy(-(bound - 0.01)))).toBe('accept');
    expect(await kindAt(movedBy(-(bound + 0.01)))).toBe('step-up');
    value(await deleteFace(ada));
  });

  it('asks whoever has a twin for the PIN each time', async () => {
    value(await setTwin(MINA, { hasTwin: true }));
    expect(value(await readProfile(MINA)).hasTwin).toBe(true);
    expect(await pay(MINA_FACE, mina.phone)).toMatchObject({ code: 'one-more-thing' });
    value(await setTwin(MINA, { hasTwin: false }));
    expect(await pay(MINA_FACE, mina.phone)).toMatchObject({ ok: true });
  });
});

describe('a template that cannot be read', () => {
  it('refuses that person alone, and the staff see why', async () => {
    const ada = await newcomer('13900007005');
    await enrolFace(ada, movedBy(0.9, 5));
    await noted();
    await databasePool().query(
      'UPDATE face_templates SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) WHERE shopper_id = $1',
      [ada.id],
    );
    expect(await pay(movedBy(0.9, 5), '13900007005')).toMatchObject({ code: 'face-unknown' });
    expect(await pay(MINA_FACE, mina.phone)).toMatchObject({ ok: true });
    expect(await listAlarms(terminal.storeId)).toMatchObject([{ cause: 'unreadable-face' }]);
    // One alarm, however often, and none that hides an attack of a moment ago.
    await pay(movedBy(0.9, 5), '13900007005');
    expect(await listAlarms(terminal.storeId)).toHaveLength(1);
    value(await deleteFace(ada));
    await noted();
  });
});

describe('the same face on a second account', () => {
  it('is held until it is cleared; the first account pays on', async () => {
    const ada = await newcomer('13900007003');
    await enrolFace(ada, movedBy(0.1));
    await noted();
    expect((await findHeldFaces()).map((face) => [face.shopperId, face.besideShopperId])).toEqual([
      [ada.id, MINA.id],
    ]);
    expect(value(await readProfile(ada)).face).toMatchObject({ held: true });
    const { payment } = await soup();
    expect(await smile(onPhone(ada), payment.id, movedBy(0.1))).toMatchObject({
      code: 'face-held',
    });
    // At a counter nobody learns that.
    expect(await pay(movedBy(0.1), '13900007003')).toMatchObject({ code: 'face-unknown' });
    expect(await pay(MINA_FACE, mina.phone)).toMatchObject({ ok: true });
    const noor = { id: newUuid(), name: 'Noor' };
    expect(await clearFace(noor, newUuid())).toMatchObject({ code: 'not-found' });
    expect(await clearFace(noor, writtenUuid(ada.id))).toMatchObject({ ok: true });
    expect(await findHeldFaces()).toEqual([]);
    // Recognised, with nothing in the wallet; a little off, Mina is too near.
    const adaPays = (face: Float32Array) => smile(onPhone(ada), payment.id, face);
    expect(await adaPays(movedBy(0.1))).toMatchObject({ code: 'insufficient-funds' });
    expect(await adaPays(movedBy(0.2))).toMatchObject({ code: 'one-more-thing' });
    const { rows } = await databasePool().query<{ topic: string }>(
      `SELECT topic FROM outbox WHERE payload->>'shopperId' = $1`,
      [ada.id],
    );
    // The clock of a test enrols in the future.
    const topics = rows.map(({ topic }) => topic).sort();
    expect(topics).toEqual(['face.cleared', 'face.enrolled', 'face.held']);
    value(await deleteFace(ada));
    await noted();
  });

  it('is held once, whichever of several instances notes it', async () => {
    const others = await Promise.all([keepFaces(() => undefined), keepFaces(() => undefined)]);
    const ada = await newcomer('13900007004');
    await enrolFace(ada, movedBy(0.05, 7));
    await noted();
    expect(await findHeldFaces()).toHaveLength(1);
    await Promise.all(others.map((other) => other.close()));
    value(await deleteFace(ada));
    expect(await findHeldFaces()).toEqual([]);
  });
});
