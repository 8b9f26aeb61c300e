import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { openDemo, paidSoup, staffOf } from '../demo-store.fixture';
import { countListeners, notifyStoreChanged, onStoreChange } from '../db/store-changes';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import { HEARTBEAT_MS } from '../events/event-stream';
import {
  countStreams,
  endStreamsOf,
  STREAMS_PER_MEMBER,
  STREAMS_PER_STORE,
} from '../events/open-streams';
import { boardStream } from './stream-board';

const staff = staffOf(DEMO_RESTAURANT);
const { storeId } = staff;
const signedIn = () => () => undefined;

openDemo();
/** The connection that listens calls everybody when it stands: no test is to take that for a change. */
beforeAll(async () => {
  let unsubscribe = () => {};
  await new Promise<void>((resolve) => {
    unsubscribe = onStoreChange(storeId, resolve);
  });
  unsubscribe();
});
afterEach(() => {
  vi.useRealTimers();
  for (const { id } of [staff, ...colleagues(6)]) endStreamsOf(id);
  expect(held()).toEqual({ streams: 0, listeners: 0 });
});

const held = () => ({ streams: countStreams(storeId), listeners: countListeners(storeId) });

function colleagues(count: number) {
  return Array.from({ length: count }, (_, i) => ({ ...staff, id: `colleague-${i}` }));
}

/** Opens a stream and reads it to the given event. */
function watch(
  who: Parameters<typeof boardStream>[0] = staff,
  onSignOut: Parameters<typeof boardStream>[2] = signedIn,
) {
  const leave = new AbortController();
  const body = boardStream(who, leave.signal, onSignOut).body;
  if (!body) throw new Error('no body');
  const reader = body.getReader();
  const next = async (): Promise<string> => {
    const { done, value } = await reader.read();
    return done ? 'over' : new TextDecoder().decode(value);
  };
  const until = async (start: string): Promise<string> => {
    for (;;) {
      const text = await next();
      if (text.startsWith(start)) return text;
      if (text === 'over') throw new Error(`over before ${start}`);
    }
  };
  return { leave, until, reader };
}

it('150 streams that are cut before or while they begin leave nothing behind', async () => {
  for (let i = 0; i < 150; i += 1) {
    const leave = new AbortController();
    if (i % 3 === 0) leave.abort();
    boardStream(staff, leave.signal, signedIn);
    if (i % 3 === 1) leave.abort();
    if (i % 3 === 2) queueMicrotask(() => leave.abort());
  }
  await new Promise((resolve) => setImmediate(resolve));
  expect(held()).toEqual({ streams: 0, listeners: 0 });
});

it('what nobody reads is given up after two heartbeats, although nobody says goodbye', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  boardStream(staff, new AbortController().signal, signedIn);
  expect(held()).toEqual({ streams: 1, listeners: 1 });
  vi.advanceTimersByTime(2 * HEARTBEAT_MS);
  expect(held()).toEqual({ streams: 0, listeners: 0 });
});

it('all streams of a store hear of an order, through one reading of its board', async () => {
  const tablets = [watch(), watch(), ...colleagues(3).map((each) => watch(each))];
  await Promise.all(tablets.map(({ until }) => until('event: orders')));
  expect(held()).toEqual({ streams: 5, listeners: 1 });
  const { order } = await paidSoup();
  const boards = tablets.map(({ until }) => until('event: orders'));
  await notifyStoreChanged(storeId);
  for (const board of await Promise.all(boards)) expect(board).toContain(order.id);
});

it('a stream that ends twice takes nothing from the one that came after it', async () => {
  const first = watch();
  await first.until('event: orders');
  first.leave.abort();
  const second = watch();
  await second.until('event: orders');
  await first.reader.cancel();
  endStreamsOf('nobody');
  expect(held()).toEqual({ streams: 1, listeners: 1 });
  const { order } = await paidSoup();
  const board = second.until('event: orders');
  await notifyStoreChanged(storeId);
  expect(await board).toContain(order.id);
});

it('one stream too many ends the oldest of the member', async () => {
  const oldest = watch();
  await oldest.until('event: orders');
  const others = Array.from({ length: STREAMS_PER_MEMBER }, () => watch());
  await oldest.until('event: displaced');
  await Promise.all(others.map(({ until }) => until('event: orders')));
  expect(held().streams).toBe(STREAMS_PER_MEMBER);
});

it('and of the store, whose members together have no more than so many', async () => {
  const people = colleagues(STREAMS_PER_STORE / STREAMS_PER_MEMBER + 1);
  for (const each of people) {
    for (let i = 0; i < STREAMS_PER_MEMBER; i += 1) {
      boardStream(each, new AbortController().signal, signedIn);
    }
  }
  expect(held()).toEqual({ streams: STREAMS_PER_STORE, listeners: 1 });
  const elsewhere = staffOf(DEMO_SHOP);
  boardStream(elsewhere, new AbortController().signal, signedIn);
  expect(countStreams(elsewhere.storeId)).toBe(1);
  expect(held().streams).toBe(STREAMS_PER_STORE);
  endStreamsOf(elsewhere.id);
});

it('ends with the session, and watches it no longer than it lasts', async () => {
  let signOut = () => {};
  const stopped = vi.fn();
  const phone = watch(staff, (end) => {
    signOut = end;
    return stopped;
  });
  const other = watch(colleagues(1)[0]);
  await Promise.all([phone.until('event: orders'), other.until('event: orders')]);
  signOut();
  await expect(phone.until('event: orders')).rejects.toThrow('over');
  expect(stopped).toHaveBeenCalledTimes(1);
  expect(held().streams).toBe(1);
});
