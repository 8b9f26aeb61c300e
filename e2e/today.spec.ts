import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { choose, pairCounter, readApproval, tapPay } from './people/guest';
import { choosePin, signUp, stranger, topUp, typeOnKeypad } from './people/shopper';
import { orderCard, signInStaff } from './people/staff';

test('an owner sees how the day goes', async ({ phone, counter, tablet }) => {
  test.setTimeout(120_000);
  const guest = stranger('Nora Lind');
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

  await test.step('what sold, when and how it was paid', async () => {
    await tablet.getByRole('link', { name: 'Today' }).click();
    await expect(tablet.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    const items = tablet.getByRole('table', { name: 'Sales by item' });
    await expect(items.getByRole('row', { name: /^Flat white/ })).toContainText('¥');
    const ways = tablet.getByRole('table', { name: 'How they paid' });
    await expect(ways.getByRole('row', { name: /^PIN at the counter/ })).toContainText('%');
    await expect(tablet.getByRole('img', { name: /^Most came in from / })).toBeVisible();
    await expectAccessible(tablet);
  });

  await test.step('the hours as a table, by keyboard, add up to the sales', async () => {
    const summary = tablet.getByText('As a table');
    await summary.focus();
    await tablet.keyboard.press('Enter');
    const hours = tablet.getByRole('table', { name: 'Sales by hour' });
    const cells = await hours.locator('tbody td:nth-child(2)').allTextContents();
    const cents = (text: string) => Math.round(Number(text.replace(/[^\d.]/g, '')) * 100);
    const sales = tablet.getByRole('definition').first();
    expect(cells.reduce((sum, cell) => sum + cents(cell), 0)).toBe(
      cents((await sales.textContent()) ?? ''),
    );
    await expectAccessible(tablet);
  });

  await test.step('another day is quiet, in the dark and on a phone, too', async () => {
    await tablet.emulateMedia({ colorScheme: 'dark' });
    await tablet.setViewportSize({ width: 390, height: 844 });
    await tablet.getByLabel('Day', { exact: true }).fill('2026-01-02');
    await tablet.getByRole('button', { name: 'Show' }).click();
    await expect(tablet.getByRole('heading', { name: 'Friday 2 January' })).toBeVisible();
    await expect(tablet.getByText('A quiet day')).toBeVisible();
    await expectAccessible(tablet);
  });

  await test.step('a day that has not begun, and a store that is not theirs, are not there', async () => {
    const stranger = '0199f000-0000-7000-8000-00000000c002';
    for (const search of ['day=2999-01-01', 'day=never', `store=${stranger}`]) {
      await tablet.goto(`/merchant/today?${search}`);
      await expect(tablet.getByRole('heading', { name: 'Today' })).toHaveCount(0);
    }
  });
});
