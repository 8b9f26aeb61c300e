import { beforeEach, describe, expect, it } from 'vitest';
import { BY_SYSTEM } from '@/lib/audit/note';
import { LIMITS } from '@/lib/access/limits';
import { newTestKey } from '@/lib/liveness/device.fixture';
import { checkSignIn } from './sign-in';
import { later } from '../clock';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD, DEMO_RESTAURANT } from '../demo/people';
import {
  ADDRESS,
  MINA,
  OTTO,
  atCounter,
  freshBudget,
  mina,
  onPhone,
  openDemo,
  payByPin,
  otto,
  soup,
  terminal,
  value,
} from '../demo-store.fixture';
import { unfreezeWallet } from '../shoppers/unfreeze-wallet';
import { setPin } from '../shoppers/set-pin';
import { setUp } from '../merchants/set-up-merchant';
import { admitTerminal } from '../terminals/pair-terminal';
import { createPairingCode } from '../terminals/create-pairing-code';

const MINUTE_MS = 60_000;
const ELSEWHERE = '198.51.100.9';
const SHOP = {
  storeName: 'Shop',
  email: 'owner@shop.example',
  password: 'long enough',
  currency: 'CNY',
} as const;

openDemo();
beforeEach(freshBudget);

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
}

/**
 * So many wrong ones at once, and the right one among them as soon as one is not judged any more.
 *
 * @returns how often each answer came
 */
async function flood(
  many: number,
  wrong: (i: number) => Promise<Answer>,
  right: () => Promise<Answer>,
) {
  const asked = Array.from({ length: many - 1 }, (_, i) => wrong(i));
  const stop = asked.map(async (answer) => {
    const { code = '' } = await answer;
    if (!STOPPED.includes(code)) throw new Error('judged');
  });
  await Promise.any(stop);
  const answers = await Promise.all([...asked, right()]);
  const codes = answers.map(({ ok, code }) => (ok ? 'ok' : (code ?? '')));
  return Object.fromEntries([...new Set(codes)].map((one) => [one, countOf(codes, one)]));
}

const STOPPED: readonly string[] = ['pin-locked', 'rate-limited', 'busy'];

const countOf = (codes: readonly string[], code: string) =>
  codes.filter((one) => one === code).length;

const wrongPin = (i: number) => String(700_000 + i);

async function counted(subjectLike: string): Promise<number> {
  const { rows } = await databasePool().query<{ count: number }>(
    'SELECT count(*)::int AS count FROM attempts WHERE subject LIKE $1',
    [subjectLike],
  );
  return rows[0]?.count ?? 0;
}

const signIn = (password: string, place: { address?: string; device?: string } = {}) =>
  checkSignIn({
    audience: 'shopper',
    login: mina.phone,
    password,
    address: place.address ?? ADDRESS,
    device: place.device,
  });

describe('a hundred and fifty at once, with the right one among them, are judged five times', () => {
  it('PINs at a counter', async () => {
    const { payment } = await soup();
    const pay = (pin: string) => payByPin(atCounter, payment, { phone: mina.phone, pin });
    expect(
      await flood(
        150,
        (i) => pay(wrongPin(i)),
        () => pay(mina.pin),
      ),
    ).toEqual({
      'pin-refused': 5,
      'pin-locked': 145,
    });
  });

  it('PINs on the own phone', async () => {
    const { payment } = await soup();
    const pay = (pin: string) => payByPin(onPhone(MINA), payment, { pin });
    expect(
      await flood(
        150,
        (i) => pay(wrongPin(i)),
        () => pay(mina.pin),
      ),
    ).toEqual({
      'pin-refused': 5,
      'pin-locked': 145,
    });
  });

  it('passwords that unfreeze, or set a PIN, together', async () => {
    const ask = (password: string, i: number) =>
      i % 2 === 0 ? unfreezeWallet(MINA, { password }) : setPin(MINA, { pin: '604937', password });
    const answers = await flood(
      150,
      (i) => ask(`wrong ${i}`, i),
      () => ask(DEMO_PASSWORD, 0),
    );
    expect(answers).toEqual({ 'wrong-password': 5, 'rate-limited': 145 });
  });

  it('sign-ins', async () => {
    const answers = await flood(
      150,
      (i) => signIn(`wrong ${i}`),
      () => signIn(DEMO_PASSWORD),
    );
    expect(answers).toEqual({ 'wrong-password': 5, 'rate-limited': 145 });
  });

  it('sign-ins from a known device', async () => {
    const answers = await flood(
      150,
      (i) => signIn(`wrong ${i}`, { device: 'known' }),
      () => signIn(DEMO_PASSWORD, { device: 'known' }),
    );
    expect(answers).toEqual({ 'wrong-password': 5, 'rate-limited': 145 });
  });
});

it('pairing codes and set-up tokens are judged ten times from one address', async () => {
  const { code } = await createPairingCode(DEMO_RESTAURANT.storeId, BY_SYSTEM);
  const { publicKey } = await newTestKey();
  const pairWith = (typed: string, address: string) =>
    admitTerminal({ code: typed, publicKey }, address);
  const wrong = (i: number) => pairWith(`WRNG-${String(i).padStart(4, '0')}`, ELSEWHERE);
  const open = (i: number) => setUp({ ...SHOP, token: `not the token ${i}` }, ELSEWHERE);
  const judged = { pairing: 0, setUp: 0 };
  // As many as are served at once, four times over; the right code in the third.
  for (let wave = 0; wave < 4; wave++) {
    const right = () => pairWith(wave === 2 ? code : 'WRNG-CODE', ELSEWHERE);
    judged.pairing += (await flood(20, wrong, right))['pairing-code-invalid'] ?? 0;
    judged.setUp += (await flood(20, open, () => open(99)))['setup-closed'] ?? 0;
  }
  expect(judged).toEqual({ pairing: 10, setUp: 10 });
  // After all these from elsewhere, the store's own tablet is paired all the same.
  value(await pairWith(code, ADDRESS));
});

describe('a success takes back only what was its own', () => {
  it('the own mistakes, at the counter and everywhere they counted there', async () => {
    const { payment } = await soup();
    const pay = (phone: string, pin: string) => payByPin(atCounter, payment, { phone, pin });
    for (let i = 0; i < 4; i++) await pay(mina.phone, wrongPin(i));
    for (let i = 0; i < 3; i++) await pay(otto.phone, wrongPin(i));
    value(await pay(otto.phone, otto.pin));
    expect(await counted('pin:%@%')).toBe(4);
    expect(await counted(`pin:terminal:${terminal.id}`)).toBe(4);
    expect(await counted('pin:address:%')).toBe(4);
    expect(await counted('pin:person-at-counters:%')).toBe(4);
  });

  it('not what an attacker tried before signing in to an account of his own', async () => {
    const asOtto = { audience: 'shopper', login: otto.phone, address: ADDRESS } as const;
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await signIn(`wrong ${round}${i}`);
      value(await checkSignIn({ ...asOtto, password: DEMO_PASSWORD, device: undefined }));
    }
    expect(await signIn(DEMO_PASSWORD)).toMatchObject({ code: 'rate-limited' });
    expect(await counted('password:address:%')).toBe(5);
  });

  it('a new PIN ends what was guessed at the old one on the own phone', async () => {
    const { payment } = await soup();
    const pay = (pin: string) => payByPin(onPhone(OTTO), payment, { pin });
    for (let i = 0; i < 6; i++) await pay(wrongPin(i));
    expect(await pay(otto.pin)).toMatchObject({ code: 'pin-locked' });
    value(await setPin(OTTO, { pin: otto.pin, password: DEMO_PASSWORD }));
    expect(await pay(otto.pin)).toMatchObject({ ok: true });
  });
});

describe('what others do does not close it for the owner', () => {
  it('wrong PINs at a counter leave the own phone and other counters open', async () => {
    const { payment } = await soup();
    const atThis = (pin: string) => payByPin(atCounter, payment, { phone: mina.phone, pin });
    for (let i = 0; i < 6; i++) await atThis(wrongPin(i));
    expect(await atThis(mina.pin)).toMatchObject({ code: 'pin-locked' });
    value(await payByPin(onPhone(MINA), payment, { pin: mina.pin }));
  });

  it('wrong passwords from elsewhere leave the own address, device and session open', async () => {
    for (let i = 0; i < 6; i++) await signIn(`wrong ${i}`, { address: ELSEWHERE });
    expect(await signIn(DEMO_PASSWORD, { address: ELSEWHERE })).toMatchObject({
      code: 'rate-limited',
    });
    value(await signIn(DEMO_PASSWORD));
    value(await unfreezeWallet(MINA, { password: DEMO_PASSWORD }));
  });

  it('an attack from everywhere is bounded, and a known device gets in', async () => {
    const [{ attemptsMax }] = LIMITS['password:person'].limits;
    const answers = await flood(
      attemptsMax + 20,
      (i) => signIn(`wrong ${i}`, { address: `192.0.2.${i}` }),
      () => signIn('also wrong', { address: '192.0.2.200' }),
    );
    // Some found the queue full: they were not judged, and cost nothing.
    expect(answers['wrong-password']).toBeLessThanOrEqual(attemptsMax);
    for (let i = 0; i < attemptsMax; i++) await signIn('wrong', { address: `198.51.100.${i}` });
    expect(await counted('password:person:%')).toBe(attemptsMax);
    expect(await signIn(DEMO_PASSWORD)).toMatchObject({ code: 'rate-limited' });
    value(await signIn(DEMO_PASSWORD, { device: 'known' }));
    expect(await later(24 * 60 * MINUTE_MS + 1, () => signIn(DEMO_PASSWORD))).toMatchObject({
      ok: true,
    });
  });
});

it('a trivial PIN is not set, and costs no attempt', async () => {
  for (const pin of ['123456', '310587', mina.phone.slice(-6)])
    expect(await setPin(MINA, { pin, password: 'wrong' })).toEqual({ ok: false, code: 'weak-pin' });
  expect(await counted('password:%')).toBe(0);
});
