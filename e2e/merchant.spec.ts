import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { choose, pairCounter, readApproval, tapPay } from './people/guest';
import { choosePin, signUp, stranger, topUp, typeOnKeypad } from './people/shopper';
import { orderCard, signInStaff } from './people/staff';

test('an owner reads the day, adds up the file, and is paid out', async ({
  phone,
  counter,
  tablet,
}) => {
  test.setTimeout(120_000);
  const guest = stranger('Ida Holm');
  await signUp(phone, guest);
  await phone.getByRole('button', { name: 'Not now' }).click();
  await choosePin(phone, guest);
  await topUp(phone, 100);
  await signInStaff(tablet);
  await pairCounter(counter);
  await choose(counter, 'Flat white');
  await tapPay(counter);
  await counter.getByRole('button', { name: 'Pay with PIN' }).click();
  await typeOnKeypad(counter, 'Phone number', guest.phone);
  await counter.getByRole('button', { name: 'Next: PIN' }).click();
  await typeOnKeypad(counter, 'PIN', guest.pin);
  const ticket = await readApproval(counter);
  await orderCard(tablet, ticket).getByRole('button', { name: 'Accept' }).click();
  await expect(orderCard(tablet, ticket).getByRole('button', { name: 'Ready' })).toBeVisible();

  await test.step('the sale and its fee are in the statement', async () => {
    await tablet.getByRole('link', { name: 'Money' }).click();
    const happened = tablet.getByRole('list', { name: 'What happened' });
    await expect(happened.getByText(`Sale · order ${ticket}`)).toBeVisible();
    await expect(happened.getByText(`Fee · order ${ticket}`)).toBeVisible();
    // At the shop's clock, wherever it is read: else a line may stand under another day.
    const time = happened.getByRole('time').first();
    await expect(time).toHaveText(inShanghai((await time.getAttribute('datetime')) ?? ''));
    const days = tablet.getByRole('region', { name: 'Day by day' });
    await expect(days.getByRole('button', { pressed: true })).toHaveCount(1);
    await expect(days.getByRole('row')).not.toHaveCount(0);
    await expect(tablet.getByRole('main')).toHaveCount(1);
    await expectAccessible(tablet);
  });

  await test.step('the file adds up', async () => {
    const downloading = tablet.waitForEvent('download');
    await tablet.getByRole('link', { name: 'Download CSV' }).click();
    const text = await readFile(await (await downloading).path(), 'utf8');
    const [, ...rows] = text.trimEnd().split('\r\n');
    const cents = rows.map((row) => Math.round(Number(row.split(',')[5]) * 100));
    const closing = cents.pop();
    expect(cents.reduce((sum, cent) => sum + cent, 0)).toBe(closing);
    expect(text).toContain('20.00');
  });

  await test.step('part of it is paid out', async () => {
    await tablet.getByRole('button', { name: 'Pay out' }).click();
    await tablet.getByLabel('Amount').fill('5');
    await tablet.getByRole('button', { name: 'Pay out ¥5.00' }).click();
    await expect(tablet.getByText('It is on its way to your bank')).toBeVisible();
    await expect(
      tablet.getByRole('list', { name: 'What happened' }).getByText('Paid out'),
    ).toBeVisible();
  });

  await test.step('and it stands there who did it', async () => {
    await tablet.getByRole('link', { name: 'Activity' }).click();
    const happened = tablet.getByRole('list', { name: 'What happened' });
    const of = (text: string) => happened.getByRole('listitem').filter({ hasText: text });
    await expect(of('Paid out').first()).toContainText('Lin');
    await expect(of(`Order accepted · order ${ticket}`)).toContainText('Lin');
    await expect(of(`Paid · order ${ticket}`)).toContainText('A guest · PIN');
    await expect(happened.getByText('Signed in').first()).toBeVisible();
    await tablet.getByLabel('What', { exact: true }).selectOption({ label: 'Payouts' });
    await expect(of('Order accepted')).toHaveCount(0);
    await expect(of('Paid out').first()).toBeVisible();
    await expectAccessible(tablet);
    const downloading = tablet.waitForEvent('download');
    await tablet.getByRole('link', { name: 'Download CSV' }).click();
    const text = await readFile(await (await downloading).path(), 'utf8');
    expect(text).toContain('payout.made,staff,');
    expect(text).not.toContain('order.accepted');
    await tablet.getByRole('link', { name: 'To the money' }).click();
    await expect(tablet.getByRole('heading', { name: 'Money' })).toBeVisible();
  });

  await test.step("signed out meanwhile, the way back in is the staff's", async () => {
    await tablet.context().clearCookies();
    await tablet.getByLabel('Day', { exact: true }).fill('2026-01-01');
    await tablet.getByRole('link', { name: 'Sign in' }).click();
    await expect(tablet).toHaveURL(/\/staff\/sign-in$/);
  });
});

/** `25 Nov 2026, 00:41`, as the demo's shops have it. */
function inShanghai(at: string): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(at));
}
