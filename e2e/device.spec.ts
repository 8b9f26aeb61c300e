import type { Page } from '@playwright/test';
import type { Terminal } from '@/lib/api/terminals';
import { actAs } from '@/testing/actor/stage';
import { expect, test } from './fixtures';
import { askAsCounter } from './people/counter-api';
import { choose, pairCounter, tapPay, typeDigits } from './people/guest';
import { signUp, stranger, takePictures } from './people/shopper';
import { signInStaff } from './people/staff';

type Role = 'shopper' | 'terminal';

/** What the browser keeps for a role: which fields, and what can be read of its key. */
function keptKey(page: Page, role: Role) {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('IndexedDB refused'));
      });
    const database = await done(indexedDB.open('smile-device'));
    const store = database.transaction('keys').objectStore('keys');
    const kept = (await done(store.get(name))) as { id: string; privateKey: CryptoKey } | undefined;
    database.close();
    if (!kept) return null;
    const read = await crypto.subtle.exportKey('pkcs8', kept.privateKey).then(
      () => 'read',
      () => 'refused',
    );
    return { fields: Object.keys(kept).sort(), read, id: kept.id };
  }, role);
}

/** As when somebody clears the page's data and the cookies stay. */
function loseKeys(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const refuse = () => reject(new Error('IndexedDB refused'));
        const opened = indexedDB.open('smile-device');
        opened.onerror = refuse;
        opened.onsuccess = () => {
          const change = opened.result.transaction('keys', 'readwrite');
          change.objectStore('keys').clear();
          change.onerror = refuse;
          change.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      }),
  );
}

test('signing in keeps a key that cannot be read, and signing out lets go of it', async ({
  phone,
}) => {
  await signUp(phone, stranger('Ada'));
  const kept = await keptKey(phone, 'shopper');
  expect(kept).toMatchObject({ fields: ['id', 'privateKey'], read: 'refused' });
  await phone.goto('/me');
  const revoked = phone.waitForResponse((response) => response.url().endsWith(kept?.id ?? '-'));
  await phone.getByRole('button', { name: 'Sign out' }).click();
  expect((await revoked).status()).toBe(204);
  await expect(phone).toHaveURL('/');
  expect(await keptKey(phone, 'shopper')).toBeNull();
});

test('a phone that lost its key asks for the password once more, and then for a smile', async ({
  phone,
}) => {
  test.setTimeout(120_000);
  const ada = stranger('Ada');
  await actAs(phone, { face: 'ana' });
  await signUp(phone, ada);
  await loseKeys(phone);
  await phone.getByRole('button', { name: 'I agree, add my face' }).click();
  await phone.getByLabel('Password', { exact: true }).fill(ada.password);
  await phone.getByRole('button', { name: 'Continue' }).click();
  await takePictures(phone);
});

test('a browser that keeps no key says so, and sign-in works all the same', async ({ phone }) => {
  await phone.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await signUp(phone, stranger('Ada'));
  await phone.getByRole('button', { name: 'I agree, add my face' }).click();
  await expect(phone.getByText('This browser keeps nothing for us')).toBeVisible();
  await phone.getByRole('button', { name: 'Skip for now' }).click();
  await expect(phone.getByRole('heading', { name: 'Set a PIN' })).toBeVisible();
  await phone.goto('/counter');
  await phone.getByLabel('Code').fill('ABCD-EFGH');
  await phone.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(phone.getByText('This browser keeps nothing for us')).toBeVisible();
});

test('a counter that lost its key is paired again', async ({ counter, tablet }) => {
  test.setTimeout(90_000);
  await actAs(counter, { face: 'ana' });
  await pairCounter(counter);
  expect(await keptKey(counter, 'terminal')).toMatchObject({ read: 'refused' });
  await loseKeys(counter);
  await choose(counter, 'Lemonade');
  await counter.getByRole('button', { name: /^Pay ¥/ }).click();
  await expect(counter.getByText('This counter must be paired again')).toBeVisible();
  await counter.getByRole('link', { name: 'For the staff: pair again' }).click();
  await tablet.goto('/');
  const code = await tablet.getByRole('button', { name: /^Copy code/ }).innerText();
  await counter.getByLabel('Code').fill(code.trim());
  await counter.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(counter.getByRole('heading', { name: 'K Pro at the lake' })).toBeVisible();
  await tapPay(counter);
  await typeDigits(counter, '13800000000');
  await expect(counter.locator('[data-prompt="neutral"]')).toBeVisible({ timeout: 20_000 });
});

test('staff pair a counter, and let go of it from afar', async ({ counter, tablet }) => {
  await signInStaff(tablet);
  await tablet.getByRole('button', { name: 'Counters' }).click();
  const counters = tablet.getByRole('dialog', { name: 'Counters' });
  await counters.getByRole('button', { name: 'Pair a counter' }).click();
  const code = await counters.getByLabel('Pairing code').innerText();
  await counter.goto('/counter');
  await counter.getByLabel('Code').fill(code);
  await counter.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(counter.getByRole('heading', { name: 'K Pro at the lake' })).toBeVisible();
  await choose(counter, 'Lemonade');

  const { name } = (await (
    await askAsCounter(counter, 'GET', '/api/terminals/me')
  ).json()) as Terminal;
  await counters.getByRole('button', { name: 'Close' }).click();
  await tablet.getByRole('button', { name: 'Counters' }).click();
  const unpair = counters.getByRole('button', { name: `Unpair ${name}`, exact: true });
  await unpair.click();
  await counters.getByRole('button', { name: 'Keep it' }).click();
  await unpair.click();
  await expect(counters.getByRole('button', { name: 'Keep it' })).toBeVisible();
  await unpair.click();
  await expect(counters.getByText(name, { exact: true })).toBeHidden();

  await counter.getByRole('button', { name: /^Pay ¥/ }).click();
  await expect(counter.getByRole('heading', { name: 'Pair this counter' })).toBeVisible();
});
