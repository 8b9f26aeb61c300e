import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_SHOP } from '@/lib/server/demo/people';
import type { Browser } from '../crash/http';
import { appPids } from '../crash/kill';
import { must, newShopper, orderOnline, PIN, type Shopper, signedInStaff } from './people';
import { bytesOf, connected } from './sockets';

const CUT = 150;
/** They are cut after 0 to 9 ms. */
const CUT_WITHIN_MS = 10;
const LOOK_EVERY_MS = 500;
/** An app at rest only looks for what is due. */
const RESTING_MS_PER_LOOK = 50;
const AT_REST_WITHIN_MS = 60_000;
/** Of `utime` and `stime` in /proc: sysconf(_SC_CLK_TCK), 100 on every Linux of today. */
const TICK_MS = 10;
const STREAM = '/api/staff/orders/stream';

export interface Streamed {
  readonly cut: number;
  /** Milliseconds of the server's CPU; null where there is no /proc to read them from. */
  readonly cpuPerOrderMsBefore: number | null;
  readonly cpuPerOrderMsAfter: number | null;
}

/** What an order costs before and after many streams of its store were cut as they began. */
export async function cuttingStreams(
  origin: string,
  port: number,
  orders: number,
): Promise<Streamed> {
  const staff = await signedInStaff(origin, DEMO_SHOP);
  const shopper = await newShopper(origin);
  const leave = new AbortController();
  const board = await openBoard(staff, leave.signal);
  await payAndSee(shopper, board); // what is done once only is done now
  const before = await cpuPerOrder(shopper, board, port, orders);
  await Promise.all(Array.from({ length: CUT }, (_, i) => cutStream(staff, i % CUT_WITHIN_MS)));
  const after = await cpuPerOrder(shopper, board, port, orders);
  leave.abort();
  return { cut: CUT, cpuPerOrderMsBefore: before, cpuPerOrderMsAfter: after };
}

async function cutStream(staff: Browser, afterMs: number): Promise<void> {
  const socket = await connected(staff.origin);
  socket.write(bytesOf(staff, 'GET', STREAM));
  if (afterMs > 0) await sleep(afterMs);
  socket.destroy();
}

async function cpuPerOrder(
  shopper: Shopper,
  board: AsyncIterator<string>,
  port: number,
  orders: number,
): Promise<number | null> {
  await untilAtRest(port);
  const before = cpuMs(port);
  for (let i = 0; i < orders; i += 1) await payAndSee(shopper, board);
  // What still runs for these orders belongs to them.
  await untilAtRest(port);
  const after = cpuMs(port);
  return before === null || after === null ? null : Math.round((after - before) / orders);
}

/** Waits until everything that came before has been worked off. */
async function untilAtRest(port: number): Promise<void> {
  const giveUpAt = Date.now() + AT_REST_WITHIN_MS;
  for (let last = cpuMs(port); Date.now() < giveUpAt;) {
    await sleep(LOOK_EVERY_MS);
    const used = cpuMs(port);
    if (used === null || last === null || used - last <= RESTING_MS_PER_LOOK) return;
    last = used;
  }
}

/** Orders, pays, and waits until the staff's board shows it. */
async function payAndSee(shopper: Shopper, board: AsyncIterator<string>): Promise<void> {
  const { id, paymentId, intentHash } = await orderOnline(shopper);
  await must(shopper.browser, 'POST', `/api/payments/${paymentId}/pin`, { pin: PIN, intentHash });
  for (;;) {
    const next = await board.next();
    if (next.done) throw new Error('the board stream ended');
    if (next.value.includes(id)) return;
  }
}

/** A tablet that stays: the events of its stream, as text. */
async function openBoard(staff: Browser, signal: AbortSignal): Promise<AsyncIterator<string>> {
  const headers = { cookie: staff.cookie, 'x-forwarded-for': staff.address ?? '' };
  const response = await fetch(staff.origin + STREAM, { headers, signal });
  if (!response.ok || !response.body) throw new Error(`no board stream: ${response.status}`);
  return eventsOf(response.body);
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    yield* events;
  }
}

/** What the server's process has used so far (proc(5), fields 14 and 15 of `stat`). */
function cpuMs(port: number): number | null {
  const [pid] = appPids(port);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}
