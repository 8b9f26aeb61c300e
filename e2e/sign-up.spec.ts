import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { stranger } from './people/shopper';

/** Follows the link to the demo's inbox, which opens beside the page. */
async function openInbox(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: /inbox/ }).click();
  return opened;
}

async function newestTo(inbox: Page, phone: string): Promise<string> {
  const message = inbox.getByRole('listitem').filter({ hasText: phone }).first();
  await expect(message).toContainText('is your code for Smile to Pay');
  return message.innerText();
}

function codeOf(text: string): string {
  return /(\d{6}) is your code/.exec(text)?.[1] ?? '';
}

test('a number is proven by the six digits that come to it', async ({ phone }) => {
  test.setTimeout(90_000);
  const ida = stranger('Ida Holm');
  await phone.goto('/sign-up');
  await phone.getByLabel('Your name').fill(ida.name);
  await phone.getByLabel('Phone number').fill(ida.phone);
  await phone.getByLabel('Password', { exact: true }).fill('aaaaaaaaaaaa');
  await phone.getByRole('button', { name: 'Sign up' }).click();
  const field = phone.getByLabel('The six digits');
  await expect(field).toBeVisible();
  await expectAccessible(phone);

  const code = await test.step('the message comes to the inbox of the demo', async () => {
    const inbox = await openInbox(phone);
    const text = await newestTo(inbox, ida.phone);
    await expectAccessible(inbox);
    await inbox.close();
    return codeOf(text);
  });

  await test.step('another code is not enough', async () => {
    await field.fill(code === '111111' ? '222222' : '111111');
    await phone.getByRole('button', { name: 'Make my wallet' }).click();
    await expect(phone.getByText('Too easy to guess')).toBeVisible();
    await expect(phone.getByLabel('Your name')).toHaveValue(ida.name);
    await phone.getByLabel('Password', { exact: true }).fill(ida.password);
    await phone.getByRole('button', { name: 'Sign up' }).click();
    await field.fill(code === '111111' ? '222222' : '111111');
    await phone.getByRole('button', { name: 'Make my wallet' }).click();
    await expect(phone.getByText('That is not the code')).toBeVisible();
    await expectAccessible(phone);
  });

  await test.step('the number may be mended, and all that was typed is still there', async () => {
    await phone.getByRole('button', { name: 'Another number' }).click();
    await expect(phone.getByLabel('Phone number')).toHaveValue(ida.phone);
    await phone.getByLabel('Password', { exact: true }).fill(ida.password);
    await phone.getByRole('button', { name: 'Sign up' }).click();
    await expect(field).toBeVisible();
  });

  await test.step('a new one is sent when the first is lost, and makes the wallet', async () => {
    await phone.getByRole('button', { name: 'Send it again' }).click();
    await expect(phone.getByText('The latest one counts')).toBeVisible();
    const inbox = await openInbox(phone);
    await field.fill(codeOf(await newestTo(inbox, ida.phone)));
    await phone.getByRole('button', { name: 'Make my wallet' }).click();
    await expect(phone.getByRole('heading', { name: 'Your face, if you like' })).toBeVisible();
  });
});
