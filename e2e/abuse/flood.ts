import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';
import {
  newBrowser,
  newPhone,
  orderAtCounter,
  pairedCounter,
  PASSWORD,
  signedInStaff,
} from './people';
import { bytesOf, connected } from './sockets';

const SIGN_INS = 120;
const IDLE_LOOKS = 20;
const LOOK_EVERY_MS = 10;
/** Also looked at after the last answer: what was refused may still be worked on. */
const AFTERWARDS_MS = 500;

export interface Flooded {
  readonly signIns: number;
  readonly idleHealthMs: number;
  readonly worstHealthMs: number;
  readonly counterOrderMs: number;
}

/** How the others are served while one address sends all its sign-ins at once. */
export async function flooding(origin: string): Promise<Flooded> {
  const counter = await pairedCounter(origin, await signedInStaff(origin, DEMO_RESTAURANT));
  await orderAtCounter(counter);
  const flood = await preparedFlood(origin);
  const idle = [];
  for (let i = 0; i < IDLE_LOOKS; i += 1) idle.push(await timed(() => health(origin)));

  let over = false;
  const answered = flood().then(() => sleep(AFTERWARDS_MS));
  void answered.finally(() => (over = true));
  const order = timed(() => orderAtCounter(counter));
  let worst = 0;
  while (!over) {
    worst = Math.max(worst, await timed(() => health(origin)));
    await sleep(LOOK_EVERY_MS);
  }
  await answered;
  return {
    signIns: SIGN_INS,
    idleHealthMs: Math.round(median(idle)),
    worstHealthMs: Math.round(worst),
    counterOrderMs: Math.round(await order),
  };
}

/** @returns sends everything, and resolves when everything is answered */
async function preparedFlood(origin: string): Promise<() => Promise<unknown>> {
  const stranger = newBrowser(origin);
  const form = await stranger.signInForm('/api/auth', { password: PASSWORD });
  const ready = await Promise.all(
    Array.from({ length: SIGN_INS }, async () => {
      const body = new URLSearchParams(form);
      body.set('phone', newPhone());
      const bytes = bytesOf(stranger, 'POST', '/api/auth/callback/shopper', body.toString());
      return { socket: await connected(origin), bytes };
    }),
  );
  return () =>
    Promise.all(
      ready.map(({ socket, bytes }) => {
        socket.write(bytes);
        socket.resume();
        return once(socket, 'close');
      }),
    );
}

async function health(origin: string): Promise<void> {
  const response = await fetch(`${origin}/api/health`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`health: ${response.status}`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
