import { expect, it } from 'vitest';
import { BY_SYSTEM } from '@/lib/audit/note';
import { newUuid } from '@/lib/ids/uuid';
import { later, now } from '../clock';
import { newTestKey } from '@/lib/liveness/device.fixture';
import { hashToken } from '../access/terminal-token';
import { findLiveDevice } from '../db/devices-store';
import {
  findTerminalByTokenHash,
  isUsable,
  redeemPairingCode,
  revokeTerminal,
} from '../db/terminals-store';
import {
  ACTING_MS,
  ADDRESS,
  MINA_FACE,
  act,
  atCounter,
  challengeFor,
  deviceOf,
  mina,
  openDemo,
  soup,
  staffOf,
  value,
} from '../demo-store.fixture';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import { authorizeByFaceCheck } from '../payments/authorize-payment';
import { admitTerminal } from './pair-terminal';
import { hashPairingCode } from './pairing-code';
import { createPairingCode } from './create-pairing-code';
import { unpairTerminal } from './unpair-terminal';
import { listTerminals } from './list-terminals';

const [RESTAURANT, SHOP] = [staffOf(DEMO_RESTAURANT), staffOf(DEMO_SHOP)];
const { storeId } = RESTAURANT;
const MINUTE_MS = 60_000;

openDemo();

const redeemIn = (ms: number, code: string) =>
  later(ms, () => redeemPairingCode(hashPairingCode(code), now()));

it('a pairing code works within ten minutes, and once', async () => {
  const { code } = await createPairingCode(storeId, BY_SYSTEM);
  expect(await redeemIn(10 * MINUTE_MS + 1_000, code)).toBeNull();
  expect(await redeemIn(9 * MINUTE_MS, code)).toBe(storeId);
  expect(await redeemIn(9 * MINUTE_MS, code)).toBeNull();
});

it('makes a terminal and the device whose key it showed, and revokes both', async () => {
  const { code } = await createPairingCode(storeId, BY_SYSTEM);
  const { publicKey } = await newTestKey();
  const { terminal, token } = value(await admitTerminal({ code, publicKey }, ADDRESS));
  const { deviceId } = terminal;
  expect(await findTerminalByTokenHash(hashToken(token))).toEqual({ terminal, publicKey });
  const device = await findLiveDevice(deviceId);
  expect(device).toMatchObject({ publicKey, terminalId: terminal.id, shopperId: null });
  await revokeTerminal(terminal.id, now(), BY_SYSTEM);
  expect(await findTerminalByTokenHash(hashToken(token))).toBeNull();
  expect(device && (await findLiveDevice(device.id))).toBeNull();
});

it('does not spend a code on a key that is none', async () => {
  const { code } = await createPairingCode(storeId, BY_SYSTEM);
  const { publicKey } = await newTestKey();
  const off = { ...publicKey, y: publicKey.x };
  expect(await admitTerminal({ code, publicKey: off }, ADDRESS)).toMatchObject({
    code: 'invalid-request',
  });
  expect(await isUsable(hashPairingCode(code), now())).toBe(true);
});

it('lets the staff of the store, and nobody else, let go of a counter from afar', async () => {
  const { code } = await createPairingCode(storeId, BY_SYSTEM);
  const { publicKey } = await newTestKey();
  const { terminal, token } = value(await admitTerminal({ code, publicKey }, ADDRESS));
  const listed = async (staff: typeof RESTAURANT) =>
    value(await listTerminals(staff)).map(({ id }) => id);
  expect(await listed(RESTAURANT)).toContain(terminal.id);
  expect(await listed(SHOP)).not.toContain(terminal.id);

  expect(await unpairTerminal(SHOP, terminal.id)).toMatchObject({ code: 'not-found' });
  expect(await findTerminalByTokenHash(hashToken(token))).toEqual({ terminal, publicKey });

  value(await unpairTerminal(RESTAURANT, terminal.id));
  expect(await listed(RESTAURANT)).not.toContain(terminal.id);
  expect(await findTerminalByTokenHash(hashToken(token))).toBeNull();
  expect(await findLiveDevice(terminal.deviceId)).toBeNull();
  expect(await unpairTerminal(RESTAURANT, terminal.id)).toMatchObject({ ok: true });
});

it('refuses what a counter was in the middle of when it was let go of', async () => {
  const { payment } = await soup();
  const device = await deviceOf(atCounter);
  const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
  const answer = await act(challenge, MINA_FACE, device);
  value(await unpairTerminal(RESTAURANT, atCounter.terminal?.id ?? newUuid()));
  const refusal = await later(ACTING_MS, () => authorizeByFaceCheck(atCounter, payment.id, answer));
  expect(refusal).toMatchObject({ code: 'device-unknown' });
});
