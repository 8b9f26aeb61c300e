import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { signInStaff } from './people/staff';

const PASSWORD = 'noodles before noon';

test('somebody is invited, joins, becomes a manager, and is removed', async ({
  tablet,
  counter,
}) => {
  const email = `bo-${Date.now()}@kpro.example`;
  await signInStaff(tablet);
  await tablet.getByRole('link', { name: 'Staff' }).click();

  const link = await test.step('the owner makes a link that is shown once', async () => {
    await tablet.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = tablet.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByLabel('Name').fill('Bo');
    await dialog.getByLabel('Email').fill(email);
    await expectAccessible(tablet);
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    await expect(tablet.getByRole('img', { name: 'QR code of the link for Bo' })).toBeVisible();
    const copy = tablet.getByRole('button', { name: /^Copy link/ });
    await expect(tablet.getByRole('list', { name: 'Invited' })).toContainText(email);
    await expectAccessible(tablet);
    return (await copy.getAttribute('aria-label'))?.replace('Copy link ', '') ?? '';
  });

  await test.step('Bo chooses a password, and serves orders and nothing else', async () => {
    await counter.goto(link);
    await counter.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await counter.getByRole('button', { name: 'Join' }).click();
    await expect(counter.getByRole('heading', { name: 'K Pro at the lake' })).toBeVisible();
    for (const name of ['Money', 'Staff']) {
      await expect(counter.getByRole('link', { name })).toHaveCount(0);
    }
    await expect(counter.getByRole('button', { name: 'Counters' })).toHaveCount(0);
    const { request } = counter.context();
    for (const path of ['/api/staff/members', '/api/staff/terminals', '/api/merchant/balance']) {
      expect((await request.get(path)).status(), path).toBe(403);
    }
    expect((await request.get('/merchant/staff')).status()).toBe(404);
  });

  await test.step('the link works once', async () => {
    await counter.goto('/');
    await counter.goto(link);
    await counter.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await counter.getByRole('button', { name: 'Join' }).click();
    await expect(counter.getByText('This link does not work any more')).toBeVisible();
  });

  await test.step('as a manager Bo pairs counters and sees the staff, from now on', async () => {
    await tablet.reload();
    await tablet.getByLabel('Role of Bo').selectOption('Manager');
    await expect(tablet.getByText(`${email} · Manager`)).toBeVisible();
    await counter.goto('/staff');
    await expect(counter.getByRole('button', { name: 'Counters' })).toBeVisible();
    await counter.getByRole('link', { name: 'Staff' }).click();
    await expect(counter.getByText('Bo (you)')).toBeVisible();
    await expect(counter.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  });

  await test.step('removed, Bo is out at once', async () => {
    await tablet.getByRole('button', { name: 'Remove Bo' }).click();
    await tablet.getByRole('button', { name: 'Remove Bo' }).click();
    await expect(tablet.getByText(email)).toHaveCount(0);
    expect((await counter.context().request.get('/api/staff/orders')).status()).toBe(401);
    await counter.goto('/staff');
    await expect(counter).toHaveURL(/\/staff\/sign-in$/);
  });
});
