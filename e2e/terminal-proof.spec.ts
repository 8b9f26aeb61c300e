import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import type { Terminal } from '@/lib/api/terminals';
import { claimsOf } from '@/lib/liveness/request-proof.fixture';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';
import { expect, test } from './fixtures';
import { expectProblem } from './people/api-client';
import { askAsCounter, proofBy } from './people/counter-api';
import { choose, pairCounter, tapPay } from './people/guest';
import { signInStaff } from './people/staff';

const ME = '/api/terminals/me';
const json = { 'content-type': 'application/json' };

const newOrder = () =>
  JSON.stringify({
    id: randomUUID(),
    paymentId: randomUUID(),
    storeId: DEMO_RESTAURANT.storeId,
    channel: 'counter',
    lines: [{ productId: 'lemonade', quantity: 1 }],
  });

/** Somebody elsewhere who has a copy of the counter's cookies. */
async function thiefOf(counter: Page, browser: Browser): Promise<APIRequestContext> {
  const storageState = await counter.context().storageState();
  const context = await browser.newContext({
    baseURL: new URL(counter.url()).origin,
    storageState,
  });
  return context.request;
}

test('a stolen cookie without the key does nothing, and the counter goes on', async ({
  counter,
  browser,
}) => {
  await pairCounter(counter);
  const thief = await thiefOf(counter, browser);
  const before = await counter.context().cookies();
  for (const response of [
    await thief.get(ME),
    await thief.post('/api/orders', { headers: json, data: newOrder() }),
    await thief.post(`/api/payments/${randomUUID()}/identify`, { headers: json, data: '{}' }),
    await thief.post('/api/terminals/unpair', { headers: json, data: '{}' }),
  ]) {
    await expectProblem(response, 401, 'proof-required');
    expect(response.headers()['set-cookie']).toBeUndefined();
  }
  await expectProblem(await thief.get(ME, { headers: { dpop: 'a.b.c' } }), 401, 'proof-refused');
  // The page shows the menu, which is no secret.
  expect(await (await thief.get('/counter')).text()).toContain('K Pro at the lake');

  expect(await counter.context().cookies()).toEqual(before);
  await choose(counter, 'Lemonade');
  await tapPay(counter);
});

test('a proof that was overheard opens nothing else, and nothing twice', async ({
  counter,
  browser,
}) => {
  await pairCounter(counter);
  const thief = await thiefOf(counter, browser);
  const url = new URL('/api/orders', counter.url());
  const order = newOrder();
  const dpop = await proofBy(counter, claimsOf('POST', url, order));
  const headers = { ...json, dpop };
  const elsewhere = await thief.get(ME, { headers: { dpop } });
  await expectProblem(elsewhere, 401, 'proof-refused');
  const otherBody = await thief.post('/api/orders', { headers, data: newOrder() });
  await expectProblem(otherBody, 401, 'proof-refused');

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => thief.post('/api/orders', { headers, data: order })),
  );
  const statuses = answers.map((answer) => answer.status());
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 401)).toHaveLength(49);

  const old = { ...claimsOf('GET', new URL(ME, counter.url())), iat: 1_700_000_000 };
  const late = await thief.get(ME, { headers: { dpop: await proofBy(counter, old) } });
  await expectProblem(late, 401, 'proof-time');
  expect(Date.parse(late.headers().date ?? '')).toBeGreaterThan(Date.now() - 60_000);
});

test('a counter whose clock is wrong sets itself by the server, once', async ({ counter }) => {
  await pairCounter(counter);
  await counter.clock.setSystemTime(Date.now() + 3 * 60 * 60_000);
  const statuses: number[] = [];
  counter.on('response', (response) => {
    if (response.url().endsWith('/api/orders')) statuses.push(response.status());
  });
  await choose(counter, 'Lemonade');
  await tapPay(counter);
  expect(statuses).toEqual([401, 201]);
  await counter
    .getByRole('button', { name: /back|change/i })
    .first()
    .click();
  await expect(counter.getByRole('heading', { name: 'K Pro at the lake' })).toBeVisible();
  await tapPay(counter);
  expect(statuses).toEqual([401, 201, 201]);
});

test('staff see when a counter was last used, and its next request after unpairing is refused', async ({
  counter,
  tablet,
}) => {
  await pairCounter(counter);
  const { name } = (await (await askAsCounter(counter, 'GET', ME)).json()) as Terminal;
  await signInStaff(tablet);
  await tablet.getByRole('button', { name: 'Counters' }).click();
  const counters = tablet.getByRole('dialog', { name: 'Counters' });
  const row = counters
    .getByRole('listitem')
    .filter({ has: tablet.getByText(name, { exact: true }) });
  await expect(row.getByText(/last used/)).toBeVisible();
  await row.getByRole('button', { name: `Unpair ${name}`, exact: true }).click();
  await counters.getByRole('button', { name: `Unpair ${name}`, exact: true }).click();
  await expect(counters.getByText(name, { exact: true })).toBeHidden();
  await expectProblem(await askAsCounter(counter, 'GET', ME), 401, 'terminal-not-paired');
});
