import { expect, it } from 'vitest';
import { newTestKey } from '@/lib/liveness/device.fixture';
import { type Uuid, newUuid } from '@/lib/ids/uuid';
import { atTime, later, now } from '../clock';
import { deleteRevokedDevices, findLiveDevice } from '../db/devices-store';
import { databasePool } from '../db/pool';
import { MINA, OTTO, newPhone, newcomer, openDemo, value } from '../demo-store.fixture';
import { forgetPhone, ownPhone, PHONES_MAX, registerPhone } from './own-phone';

openDemo();

let count = 0;

/** Somebody with no phone yet. */
function noPhoneYet() {
  count += 1;
  return newcomer(`1390000777${count}`);
}

const isLive = async ({ id }: { readonly id: Uuid }) => (await findLiveDevice(id)) !== null;
const areLive = (devices: readonly { readonly id: Uuid }[]) => Promise.all(devices.map(isLive));

it('takes a key within five minutes of the sign-in, and not after', async () => {
  const { publicKey } = await newTestKey();
  const after = (seconds: number) =>
    atTime(new Date(MINA.signedInAt.getTime() + seconds * 1000), () =>
      registerPhone(MINA, { publicKey }),
    );
  expect(await after(301)).toEqual({ ok: false, code: 'sign-in-again' });
  const { id } = value(await after(300));
  expect(await findLiveDevice(id)).toMatchObject({ publicKey, shopperId: MINA.id });
});

it('takes no session that does not know how old it is', async () => {
  const { publicKey } = await newTestKey();
  const old = { ...MINA, signedInAt: new Date(0) };
  expect(await registerPhone(old, { publicKey })).toMatchObject({ code: 'sign-in-again' });
});

it('takes no point off the curve', async () => {
  const { publicKey } = await newTestKey();
  const off = { ...publicKey, y: publicKey.x };
  expect(await registerPhone(MINA, { publicKey: off })).toMatchObject({ code: 'invalid-request' });
});

it('knows five phones of a shopper; the oldest goes for a sixth', async () => {
  const ada = await noPhoneYet();
  const phones = [];
  for (let i = 0; i < PHONES_MAX; i++) phones.push(await later(i * 1000, () => newPhone(ada)));
  expect(await areLive(phones)).toEqual([true, true, true, true, true]);
  const sixth = await later(10_000, () => newPhone(ada));
  expect(await areLive([...phones, sixth])).toEqual([false, true, true, true, true, true]);
});

it('keeps to five when many sign in at once', async () => {
  const ada = await noPhoneYet();
  const phones = await Promise.all(Array.from({ length: 9 }, () => newPhone(ada)));
  expect((await areLive(phones)).filter(Boolean)).toHaveLength(PHONES_MAX);
});

it('a phone that signs in again takes its own place', async () => {
  const ada = await noPhoneYet();
  const home = await newPhone(ada);
  let hand = await newPhone(ada);
  for (let i = 0; i < 6; i++) {
    const before = hand;
    hand = await newPhone(ada, before.id);
    expect(await areLive([before, hand])).toEqual([false, true]);
  }
  expect(await isLive(home)).toBe(true);
});

it('nobody revokes the phone of another, by replacing it or by signing out', async () => {
  const otto = await newPhone(OTTO);
  await newPhone(MINA, otto.id);
  expect(await forgetPhone(MINA, otto.id)).toMatchObject({ code: 'not-found' });
  expect(await isLive(otto)).toBe(true);
});

it('is unknown once it signed out, and to anybody else', async () => {
  const ada = await noPhoneYet();
  const { id } = await newPhone(ada);
  expect(await ownPhone(ada.id, id)).toEqual({ ok: true, value: id });
  const unknown = { ok: false, code: 'device-unknown' };
  expect(await ownPhone(MINA.id, id)).toEqual(unknown);
  expect(await ownPhone(ada.id, undefined)).toEqual(unknown);
  expect(await ownPhone(ada.id, newUuid())).toEqual(unknown);
  value(await forgetPhone(ada, id));
  expect(await ownPhone(ada.id, id)).toEqual(unknown);
  expect(await forgetPhone(ada, id)).toMatchObject({ code: 'not-found' });
});

it('forgets revoked devices in time, and live ones never', async () => {
  const ada = await noPhoneYet();
  const gone = await newPhone(ada);
  const live = await newPhone(ada, gone.id);
  const rows = async () => {
    const ids = [gone.id, live.id];
    const found = await databasePool().query('SELECT id FROM devices WHERE id = ANY($1)', [ids]);
    return found.rows.map(({ id }: { id: string }) => id);
  };
  await deleteRevokedDevices(new Date(now().getTime() - 60_000), 1000);
  expect(await rows()).toHaveLength(2);
  await deleteRevokedDevices(new Date(now().getTime() + 60_000), 1000);
  expect(await rows()).toEqual([live.id]);
});
