import { beforeEach, describe, expect, it } from 'vitest';
import { claimsOf, signProof } from '@/lib/liveness/request-proof.fixture';
import { BY_SYSTEM } from '@/lib/audit/note';
import type { Uuid } from '@/lib/ids/uuid';
import { newTestKey, type TestDevice } from '@/lib/liveness/device.fixture';
import { later, now } from '../clock';
import { databasePool } from '../db/pool';
import { deleteProofs } from '../db/terminal-proofs-store';
import { ADDRESS, openDemo, staffOf, value } from '../demo-store.fixture';
import { DEMO_RESTAURANT } from '../demo/people';
import { runJobs } from '../jobs/jobs';
import { done } from '../result';
import { createPairingCode } from '../terminals/create-pairing-code';
import { admitTerminal } from '../terminals/pair-terminal';
import { unpairTerminal } from '../terminals/unpair-terminal';
import { proveTerminal } from './prove-terminal';

const URL_ = 'http://shop.example:3000/api/orders';
const BODY = '{"channel":"counter"}';
const MINUTE_MS = 60_000;

openDemo();

interface Tablet {
  readonly id: Uuid;
  readonly token: string;
  readonly device: TestDevice;
}

async function newTablet(): Promise<Tablet> {
  const { code } = await createPairingCode(DEMO_RESTAURANT.storeId, BY_SYSTEM);
  const { publicKey, privateKey } = await newTestKey();
  const { terminal, token } = value(await admitTerminal({ code, publicKey }, ADDRESS));
  return { id: terminal.id, token, device: { id: terminal.deviceId, privateKey } };
}

let tablet: Tablet;
beforeEach(async () => {
  tablet = await newTablet();
});

const orderClaims = () => claimsOf('POST', URL_, BODY);

/** @returns the code of a refusal, or `ok`. */
async function ask(
  proof: string | null,
  { token = tablet.token, host = 'shop.example:3000', bodyBytes = bodyOf(BODY) } = {},
): Promise<string> {
  const headers = new Headers({ host, ...(proof !== null && { dpop: proof }) });
  const asked = await proveTerminal(token, { method: 'POST', url: URL_, headers }, bodyBytes);
  return asked.ok ? 'ok' : asked.code;
}

function bodyOf(text: string) {
  return async () => done<Uint8Array>(new TextEncoder().encode(text));
}

async function spent(): Promise<number> {
  const { rows } = await databasePool().query<{ n: number }>(
    'SELECT count(*)::int AS n FROM terminal_proofs WHERE device_id = $1',
    [tablet.device.id],
  );
  return rows[0]?.n ?? -1;
}

async function lastSeen(): Promise<Date | null> {
  const { rows } = await databasePool().query<{ at: Date | null }>(
    'SELECT last_seen_at AS at FROM terminals WHERE id = $1',
    [tablet.id],
  );
  return rows[0]?.at ?? null;
}

describe('a request of a terminal', () => {
  it('passes with a proof by its key, once', async () => {
    const proof = await signProof(orderClaims(), tablet.device);
    expect(await ask(proof)).toBe('ok');
    expect(await ask(proof)).toBe('proof-used');
    expect(await ask(await signProof(orderClaims(), tablet.device))).toBe('ok');
  });

  it('passes once of fifty at once with the same proof', async () => {
    const proof = await signProof(orderClaims(), tablet.device);
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(proof)));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'proof-used')).toHaveLength(49);
  });

  it('with a stolen token alone is refused, and leaves nothing behind', async () => {
    expect(await ask(null)).toBe('proof-required');
    expect(await spent()).toBe(0);
    expect(await lastSeen()).toBeNull();
    expect(await ask(await signProof(orderClaims(), tablet.device))).toBe('ok');
  });

  it('with a proof for something else is refused, and spends nothing', async () => {
    const other = await newTablet();
    const { device } = tablet;
    const claims = orderClaims();
    const { privateKey } = await newTestKey();
    const without = (name: keyof typeof claims) =>
      Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
    const good = await signProof(claims, device);
    const [header = '', payload = '', signature = ''] = good.split('.');
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const none = encoded({ alg: 'none', typ: 'dpop+jwt', kid: device.id });
    for (const wrong of [
      await signProof({ ...claims, htm: 'GET' }, device),
      await signProof({ ...claims, htu: `${URL_}/x` }, device),
      await signProof({ ...claims, htu: `${URL_}?x=1` }, device),
      await signProof({ ...claims, htu: URL_.replace('shop', 'other') }, device),
      await signProof({ ...claims, htu: URL_.replace('http', 'ftp') }, device),
      await signProof(claimsOf('POST', URL_, `${BODY} `), device),
      await signProof(claimsOf('POST', URL_), device),
      await signProof(without('jti'), device),
      await signProof(without('body_sha256'), device),
      await signProof({ ...claims, jti: 'again' }, device),
      await signProof({ ...claims, more: 1 }, device),
      await signProof(claims, other.device),
      await signProof(claims, other.device, { kid: device.id }),
      await signProof(claims, { ...device, privateKey }),
      await signProof(claims, device, { kid: other.device.id }),
      await signProof(claims, device, { typ: 'JWT' }),
      await signProof(claims, device, { jwk: { kty: 'EC' } }),
      `${none}.${payload}.`,
      `${none}.${payload}.${signature}`,
      `${header}.${encoded({ ...claims, htu: URL_ })}.${signature.slice(2)}AA`,
      'a proof',
      '',
      good.padEnd(10_000, 'A'),
    ]) {
      expect(await ask(wrong), wrong.slice(0, 300)).toBe('proof-refused');
    }
    expect(await ask(good, { host: 'other.example' })).toBe('proof-refused');
    expect(await ask(good, { bodyBytes: bodyOf('{}') })).toBe('proof-refused');
    expect(await spent()).toBe(0);
    expect(await lastSeen()).toBeNull();
    expect(await ask(good)).toBe('ok');
  });

  it('with the token of another terminal, and its own proof, is refused', async () => {
    const other = await newTablet();
    const proof = await signProof(orderClaims(), tablet.device);
    expect(await ask(proof, { token: other.token })).toBe('proof-refused');
    expect(await ask(proof, { token: 'nobody' })).toBe('terminal-not-paired');
  });

  it('is refused a minute before and after its time, and only for that', async () => {
    const claims = orderClaims();
    const proof = await signProof(claims, tablet.device);
    const at = (seconds: number) => claims.iat * 1000 + seconds * 1000 - now().getTime();
    const askAt = (seconds: number) => later(at(seconds), () => ask(proof));
    for (const seconds of [-61, 61, 3_600, -3_600]) {
      expect(await askAt(seconds)).toBe('proof-time');
    }
    const stolen = await signProof({ ...claims, htm: 'PUT', iat: 1 }, tablet.device);
    expect(await ask(stolen)).toBe('proof-refused');
    expect(await askAt(59)).toBe('ok');
    expect(await askAt(-59)).toBe('proof-used');
  });

  it('is refused after its store has let go of it, also half-way', async () => {
    const staff = staffOf(DEMO_RESTAURANT);
    const late = await newTablet();
    const proof = await signProof(orderClaims(), late.device);
    const halfWay = async () => {
      value(await unpairTerminal(staff, late.id));
      return bodyOf(BODY)();
    };
    expect(await ask(proof, { token: late.token, bodyBytes: halfWay })).not.toBe('ok');
    const again = await signProof(orderClaims(), late.device);
    expect(await ask(again, { token: late.token })).toBe('terminal-not-paired');
  });
});

it('notes when a terminal was last used, to the minute', async () => {
  const askIn = (ms: number) =>
    later(ms, async () => {
      const iat = Math.floor(now().getTime() / 1000);
      return ask(await signProof({ ...orderClaims(), iat }, tablet.device));
    });
  expect(await lastSeen()).toBeNull();
  expect(await askIn(0)).toBe('ok');
  const first = await lastSeen();
  expect(await askIn(30_000)).toBe('ok');
  expect(await lastSeen()).toEqual(first);
  expect(await askIn(MINUTE_MS + 1_000)).toBe('ok');
  expect((await lastSeen())?.getTime()).toBeGreaterThan((first?.getTime() ?? 0) + MINUTE_MS);
});

it('forgets a proof when it is too old to be accepted', async () => {
  const proof = await signProof(orderClaims(), tablet.device);
  expect(await ask(proof)).toBe('ok');
  await later(2 * MINUTE_MS, () => runJobs(now()));
  expect(await spent()).toBe(1);
  await later(6 * MINUTE_MS, () => runJobs(now()));
  expect(await spent()).toBe(0);
  expect(await later(6 * MINUTE_MS, () => ask(proof))).toBe('proof-time');
  expect(await deleteProofs(now(), 10)).toBe(0);
});
