import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { databasePool } from './pool';
import { countListeners, notifyStoreChanged, onStoreChange } from './store-changes';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  process.env.DATABASE_URL = db.url;
});
afterAll(async () => {
  await databasePool().end();
  await db.close();
});

/** Listens, and resolves at the next call. */
function listen(storeId: string) {
  let call = () => {};
  const stop = onStoreChange(storeId, () => call());
  const next = () => new Promise<void>((resolve) => (call = resolve));
  return { stop, next };
}

it('who stops twice does not stop those who came in between', async () => {
  const first = listen('a');
  await first.next(); // the connection stands
  first.stop();
  const second = listen('a');
  first.stop();
  expect(countListeners('a')).toBe(1);
  const called = second.next();
  await notifyStoreChanged('a');
  await called;
  second.stop();
  expect(countListeners('a')).toBe(0);
});

it('everybody is called when the connection is back, and hears of changes again', async () => {
  const tablet = listen('b');
  const back = tablet.next();
  await db.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN store_changed%'",
  );
  await back;
  const changed = tablet.next();
  await notifyStoreChanged('b');
  await changed;
  tablet.stop();
});
