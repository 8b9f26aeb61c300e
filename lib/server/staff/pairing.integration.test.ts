import { expect, it } from 'vitest';
import { later, now } from '../clock';
import { newTestKey } from '@/lib/identity/device.fixture';
import { hashToken } from '../auth/terminal';
import { findLiveDevice } from '../db/devices-store';
import {
  findTerminalByTokenHash,
  isUsable,
  redeemPairingCode,
  revokeTerminal,
} from '../db/terminals-store';
import { openDemo, staffOf, value } from '../demo-store.fixture';
import { DEMO_RESTAURANT } from '../demo/people';
import { admitTerminal, hashCode, newPairingCode } from './pairing';

const { storeId } = staffOf(DEMO_RESTAURANT);
const MINUTE_MS = 60_000;

openDemo();

const redeemIn = (ms: number, code: string) =>
  later(ms, () => redeemPairingCode(hashCode(code), now()));

it('a pairing code works within ten minutes, and once', async () => {
  const { code } = await newPairingCode(storeId);
  expect(await redeemIn(10 * MINUTE_MS + 1_000, code)).toBeNull();
  expect(await redeemIn(9 * MINUTE_MS, code)).toBe(storeId);
  expect(await redeemIn(9 * MINUTE_MS, code)).toBeNull();
});

it('makes a terminal and the device whose key it showed, and revokes both', async () => {
  const { code } = await newPairingCode(storeId);
  const { publicKey } = await newTestKey();
  const { terminal, token } = value(await admitTerminal({ code, publicKey }));
  const { deviceId } = terminal;
  expect(await findTerminalByTokenHash(hashToken(token))).toEqual(terminal);
  const device = deviceId === null ? null : await findLiveDevice(deviceId);
  expect(device).toMatchObject({ publicKey, terminalId: terminal.id, shopperId: null });
  await revokeTerminal(terminal.id, now());
  expect(await findTerminalByTokenHash(hashToken(token))).toBeNull();
  expect(device && (await findLiveDevice(device.id))).toBeNull();
});

it('does not spend a code on a key that is none', async () => {
  const { code } = await newPairingCode(storeId);
  const { publicKey } = await newTestKey();
  const off = { ...publicKey, y: publicKey.x };
  expect(await admitTerminal({ code, publicKey: off })).toMatchObject({ code: 'invalid-request' });
  expect(await isUsable(hashCode(code), now())).toBe(true);
});
