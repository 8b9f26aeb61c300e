import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';
import type { Browser } from '../crash/http';
import {
  must,
  newBrowser,
  newPhone,
  newShopper,
  orderAtCounter,
  orderOnline,
  pairedCounter,
  PASSWORD,
  PIN,
  signedInStaff,
} from './people';

/** Where the right secret stands among the wrong ones. */
const RIGHT_AT = 40;
const SPRAYED = 40;
const ALARM_WITHIN_MS = 15_000;

type Verdict = 'accepted' | 'wrong' | 'not-judged';

export interface Guessed {
  /** How many of the secrets were compared, the right one included. */
  readonly judged: number;
  readonly rightAccepted: boolean;
}

/** All at once, in this order; the right secret comes as the 41st. */
async function guess(
  tries: number,
  isRightAt: number,
  attempt: (isRight: boolean, i: number) => Promise<Verdict>,
): Promise<Guessed> {
  const verdicts = await Promise.all(
    Array.from({ length: tries }, (_, i) => attempt(i === isRightAt, i)),
  );
  return {
    judged: verdicts.filter((verdict) => verdict !== 'not-judged').length,
    rightAccepted: verdicts[isRightAt] === 'accepted',
  };
}

const wrongPin = (i: number) => String(613_527 + 7 * i);

/** Anybody's PIN at a counter that is in the attacker's hands. */
export async function pinsAtCounter(origin: string, tries: number): Promise<Guessed> {
  const { phone } = await newShopper(origin);
  const counter = await pairedCounter(origin, await signedInStaff(origin, DEMO_RESTAURANT));
  const { paymentId, intentHash } = await orderAtCounter(counter);
  return guess(tries, RIGHT_AT, (isRight, i) =>
    verdictOf(counter.browser, 'POST', `/api/payments/${paymentId}/pin`, 'pin-refused', {
      ...{ phone, pin: isRight ? PIN : wrongPin(i), intentHash },
    }),
  );
}

/** On a phone that was left unlocked. */
export async function pinsOnPhone(origin: string, tries: number): Promise<Guessed> {
  const shopper = await newShopper(origin);
  const { paymentId, intentHash } = await orderOnline(shopper);
  return guess(tries, RIGHT_AT, (isRight, i) =>
    verdictOf(shopper.browser, 'POST', `/api/payments/${paymentId}/pin`, 'pin-refused', {
      ...{ pin: isRight ? PIN : wrongPin(i), intentHash },
    }),
  );
}

/** On the same phone, after its owner has frozen the wallet. */
export async function unfreezing(origin: string, tries: number): Promise<Guessed> {
  const { browser } = await newShopper(origin);
  await must(browser, 'POST', '/api/me/freeze', {});
  return guess(tries, RIGHT_AT, (isRight, i) =>
    verdictOf(browser, 'POST', '/api/me/unfreeze', 'wrong-password', {
      ...{ password: isRight ? PASSWORD : `${PASSWORD} ${i}` },
    }),
  );
}

/** From a stranger's browser. */
export async function signingIn(origin: string, tries: number): Promise<Guessed> {
  const { phone } = await newShopper(origin);
  const stranger = newBrowser(origin);
  const form = await stranger.signInForm('/api/auth', { phone });
  return guess(tries, RIGHT_AT, async (isRight, i) => {
    const body = new URLSearchParams(form);
    body.set('password', isRight ? PASSWORD : `${PASSWORD} ${i}`);
    const status = await stranger.trySignIn('/api/auth', 'shopper', body);
    if (status === 200) return 'accepted';
    return status === 401 ? 'wrong' : 'not-judged';
  });
}

export interface Sprayed {
  readonly judged: number;
  readonly alarms: number;
}

/** One PIN with forty people's numbers, at one counter. */
export async function spraying(origin: string): Promise<Sprayed> {
  const staff = await signedInStaff(origin, DEMO_RESTAURANT);
  const counter = await pairedCounter(origin, staff);
  const { paymentId, intentHash } = await orderAtCounter(counter);
  const { judged } = await guess(SPRAYED, -1, () =>
    verdictOf(counter.browser, 'POST', `/api/payments/${paymentId}/pin`, 'pin-refused', {
      ...{ phone: newPhone(), pin: PIN, intentHash },
    }),
  );
  return { judged, alarms: await alarmsOf(staff, counter.terminal.name) };
}

/** What the staff's board shows of this counter, as soon as it shows anything. */
async function alarmsOf(staff: Browser, terminalName: string): Promise<number> {
  const giveUpAt = Date.now() + ALARM_WITHIN_MS;
  for (;;) {
    const board = (await must(staff, 'GET', '/api/staff/orders')) as {
      alarms: readonly { terminalName: string }[];
    };
    const count = board.alarms.filter((alarm) => alarm.terminalName === terminalName).length;
    if (count > 0 || Date.now() > giveUpAt) return count;
    await sleep(200);
  }
}

async function verdictOf(
  browser: Browser,
  method: string,
  path: string,
  wrong: string,
  secret: object,
): Promise<Verdict> {
  const { status, body } = await browser.ask(method, path, secret, randomUUID());
  if (status < 400) return 'accepted';
  return (body as { code?: string } | undefined)?.code === wrong ? 'wrong' : 'not-judged';
}
