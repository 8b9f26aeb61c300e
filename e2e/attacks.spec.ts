import { randomUUID } from 'node:crypto';
import type { APIResponse, Page } from '@playwright/test';
import { DEMO_RESTAURANT } from '@/lib/server/demo/people';
import { film, photo } from '@/testing/actor/attacks';
import { actAs } from '@/testing/actor/stage';
import { expect, test } from './fixtures';
import { askAsCounter } from './people/counter-api';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from './people/guest';
import { balance, settleIn, stranger } from './people/shopper';

/**
 * A few of the attacks of `npm run bench:attacks`, through the real counter page: whoever is not
 * there moves no money.
 */
test('a photo, a film, another face and a copy pay nothing', async ({ phone, counter }) => {
  test.setTimeout(180_000);
  const ana = stranger('Ana Berg');
  await actAs(phone, { face: 'ana' });
  await settleIn(phone, ana, 200);
  await actAs(counter, { face: 'ana' });
  await pairCounter(counter);
  await choose(counter, 'Lemonade');
  await tapPay(counter);

  await test.step('a photo that is moved about is asked to hold still, or for a smile', async () => {
    await photo(counter, 'ana', 'moved');
    await typeDigits(counter, ana.phone);
    const asked = counter.getByText(/^(A bigger smile!|Hold still for a moment)$/);
    await expect(asked).toBeVisible({ timeout: 20_000 });
    await counter.getByRole('button', { name: 'Other digits' }).click();
  });

  await test.step('a film on a loop smiles in time, and is refused', async () => {
    await film(counter, 'ana');
    await typeDigits(counter, ana.phone);
    const nearly = counter.getByRole('heading', { name: 'Nearly there' });
    await expect(nearly).toBeVisible({ timeout: 30_000 });
  });

  await test.step('another face is nobody', async () => {
    await actAs(counter, { face: 'fay' });
    await counter.getByRole('button', { name: 'Smile again' }).click();
    const unknown = counter.getByRole('heading', { name: 'We did not recognise you' });
    await expect(unknown).toBeVisible({ timeout: 40_000 });
    expect(await balance(phone)).toContain('¥200.00');
  });

  const sent = await test.step('Ana herself pays', async () => {
    await actAs(counter, { face: 'ana' });
    const authorize = counter.waitForRequest(/\/authorize$/);
    await counter.getByRole('button', { name: 'Smile again' }).click();
    const { url, body } = await authorize.then((request) => ({
      url: request.url(),
      body: request.postDataJSON() as { challengeId: string; evidence: string },
    }));
    await readApproval(counter);
    expect(await balance(phone)).toContain('¥184.00');
    return { url, body };
  });

  await test.step('what she sent, sent again over HTTP, pays nothing', async () => {
    await expectCode(await post(counter, sent.url, sent.body), 'challenge-used');
    const paymentId = await orderAgain(counter);
    const authorize = `/api/payments/${paymentId}/authorize`;
    await expectCode(await post(counter, authorize, sent.body), 'challenge-unknown');
    const path = `/api/payments/${paymentId}/challenge`;
    const begun = await post(counter, path, { digits: ana.phone, screen: 'coloured' });
    const { id: challengeId } = (await begun.json()) as { id: string };
    const { evidence } = sent.body;
    const carried = await post(counter, authorize, { challengeId, evidence });
    await expectCode(carried, 'challenge-unknown');
    expect(await balance(phone)).toContain('¥184.00');
  });
});

async function orderAgain(counter: Page): Promise<string> {
  const paymentId = randomUUID();
  const placed = await post(counter, '/api/orders', {
    id: randomUUID(),
    paymentId,
    storeId: DEMO_RESTAURANT.storeId,
    channel: 'counter',
    lines: [{ productId: 'lemonade', quantity: 1 }],
  });
  expect(placed.status()).toBe(201);
  return paymentId;
}

/** With the counter's own key: what it sends is refused for what is in it. */
function post(counter: Page, url: string, body: unknown): Promise<APIResponse> {
  return askAsCounter(counter, 'POST', new URL(url, counter.url()).pathname, body);
}

async function expectCode(response: APIResponse, code: string): Promise<void> {
  expect(await response.json()).toMatchObject({ code });
}
