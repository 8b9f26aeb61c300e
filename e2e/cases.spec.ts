import { actAs } from '@/testing/actor/stage';
import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from './people/guest';
import { balance, enrolFace, settleIn, stranger } from './people/shopper';
import { signInStaff } from './people/staff';

test('“It wasn’t me”: the wallet is frozen, the operator decides, a new face unfreezes', async ({
  phone,
  counter,
  tablet,
}) => {
  test.setTimeout(240_000);
  const ana = stranger('Ana Berg');
  await actAs(phone, { face: 'ana' });
  await settleIn(phone, ana, 100);
  await actAs(counter, { face: 'ana' });
  await pairCounter(counter);
  await choose(counter, 'Mango pudding');
  await tapPay(counter);
  await typeDigits(counter, ana.phone);
  const ticket = await readApproval(counter);

  await test.step('one tap on the receipt, and one more to be sure', async () => {
    await phone.goto('/wallet');
    await phone.getByRole('list', { name: 'What happened' }).getByRole('link').first().click();
    await phone.getByRole('button', { name: 'It wasn’t me' }).click();
    const dialog = phone.getByRole('dialog', { name: 'Somebody else paid with your face?' });
    await expectAccessible(phone);
    await dialog.getByRole('button', { name: 'It wasn’t me' }).click();
    await expect(phone.getByText('You said that this was not you')).toBeVisible();
    await expectAccessible(phone);
    await phone.getByRole('link', { name: 'To your face and wallet' }).click();
    await expect(phone.getByText('Your wallet is frozen')).toBeVisible();
  });

  await test.step('the shop is told', async () => {
    await signInStaff(tablet);
    await tablet.getByRole('link', { name: 'Have a look' }).click();
    await expect(tablet.getByText(`Order ${ticket} ·`)).toBeVisible();
    await expectAccessible(tablet);
    await tablet.getByRole('button', { name: 'Give it back' }).click();
    await expect(tablet.getByRole('dialog', { name: 'Give back ¥16.00?' })).toBeVisible();
    await tablet.getByRole('button', { name: 'Not now' }).click();
  });

  await test.step('the operator sees what was measured, and gives it back', async () => {
    await tablet.goto('/operator');
    await tablet.getByLabel('Email').fill('noor@smiletopay.example');
    await tablet.getByLabel('Password', { exact: true }).fill('smile-at-the-fair');
    await tablet.getByRole('button', { name: 'Sign in' }).click();
    await expect(tablet.getByText('No dispute is open.')).toBeVisible();
    await expectAccessible(tablet);
    const doubted = tablet.getByRole('list', { name: 'Doubted payments' });
    await doubted.getByRole('link', { name: /¥16.00 at K Pro.*Open/ }).click();
    await expect(tablet.getByText('The face was taken for the owner’s')).toBeVisible();
    await expect(tablet.getByRole('row', { name: /^odds-of-life/ })).toBeVisible();
    await expectAccessible(tablet);
    await tablet.getByRole('button', { name: 'Give the money back' }).click();
    await expect(tablet.getByText('The money was given back')).toBeVisible();
    await tablet.goto('/operator/activity');
    await expect(tablet.getByText('Wallet frozen').first()).toBeVisible();
    await expectAccessible(tablet);
  });

  await test.step('its owner has it back, and pays again with new pictures', async () => {
    expect(await balance(phone)).toContain('¥100.00');
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'Unfreeze' }).click();
    const dialog = phone.getByRole('dialog', { name: 'Unfreeze your wallet' });
    const unfreeze = async () => {
      await dialog.getByLabel('Password', { exact: true }).fill(ana.password);
      await dialog.getByRole('button', { name: 'Unfreeze' }).click();
    };
    await unfreeze();
    await expect(dialog.getByText('Please take new pictures first')).toBeVisible();
    await phone.goto('/enrol');
    await enrolFace(phone);
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'Unfreeze' }).click();
    await unfreeze();
    await expect(phone.getByRole('button', { name: 'Freeze' })).toBeVisible();
  });
});

test('an operator’s link sets a password once', async ({ tablet }) => {
  await tablet.goto(`/operator/join#${'a'.repeat(43)}`);
  await tablet.getByLabel('Password', { exact: true }).fill('noodles before noon');
  await tablet.getByRole('button', { name: 'Join' }).click();
  await expect(tablet.getByText('This link does not work any more')).toBeVisible();
  await tablet.goto('/operator/activity');
  await expect(tablet.getByRole('heading', { name: 'Good to see you' })).toBeVisible();
});
