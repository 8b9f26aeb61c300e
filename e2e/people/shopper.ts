import { expect, type APIRequestContext, type Page } from '@playwright/test';
import type { Inbox } from '@/lib/api/demo';
import { noteCode } from '../left-behind/typed';
import { codeIn } from './sent-code';
import { untilSeen } from './smile';

/** Somebody with a phone; what the face looks like is the camera's business. */
export interface ShopperCard {
  readonly name: string;
  /** Eleven digits, as typed in China. */
  readonly phone: string;
  readonly password: string;
  readonly pin: string;
}

let count = 0;

/** A person nobody has met before: phone numbers are unique within a run. */
export function stranger(name: string): ShopperCard {
  count += 1;
  const digits = String((Date.now() + count * 7919) % 100_000_000).padStart(8, '0');
  return { name, phone: `139${digits}`, password: 'a smile is enough', pin: '271828' };
}

export function lastFour({ phone }: ShopperCard): string {
  return phone.slice(-4);
}

/** From the sign-up page to the consent page. */
export async function signUp(page: Page, { name, phone, password }: ShopperCard): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Phone number').fill(phone);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await typeSentCode(page, phone);
  await page.getByRole('button', { name: 'Make my wallet' }).click();
  await expect(page.getByRole('heading', { name: 'Your face, if you like' })).toBeVisible();
}

/** Types the six digits that came to this number. */
export async function typeSentCode(page: Page, phone: string): Promise<void> {
  const field = page.getByLabel('The six digits');
  await expect(field).toBeVisible();
  await field.fill(await sentCode(page.request, phone));
}

/** The latest code to this number, of the demo's inbox. */
export async function sentCode(request: APIRequestContext, phone: string): Promise<string> {
  const response = await request.get('/api/demo/messages');
  const { messages } = (await response.json()) as Inbox;
  const code = codeIn(messages, phone);
  noteCode(code);
  return code;
}

/** Agrees, does what the camera asks, and reads that it worked. */
export async function enrolFace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I agree, add my face' }).click();
  await takePictures(page);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** One picture after the other, until there are enough of them. */
export async function takePictures(page: Page): Promise<void> {
  const added = page.getByText('Your face is added');
  const next = page.getByRole('button', { name: /Take the (next|last) picture/ });
  for (;;) {
    await untilSeen(page, added.or(next), 'Try again');
    if (await added.isVisible()) return;
    await next.click();
    await expect(next).toBeHidden();
  }
}

/** The smile pays; ends at the receipt. */
export async function readReceipt(page: Page): Promise<void> {
  await untilSeen(page, page.getByRole('region', { name: 'Receipt' }), 'Smile again');
}

export async function choosePin(page: Page, { pin, password }: ShopperCard): Promise<void> {
  await typeOnKeypad(page, 'Choose six digits', pin);
  await typeOnKeypad(page, 'Once more, the same six', pin);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set PIN' }).last().click();
  await expect(page.getByRole('heading', { name: 'Set a PIN' })).toBeHidden();
}

/** @param amount in whole yuan. */
export async function topUp(page: Page, amount: number): Promise<void> {
  await page.goto('/wallet');
  await page.getByRole('button', { name: 'Top up' }).click();
  await page.getByLabel('Amount in CNY').fill(String(amount));
  await page.getByRole('button', { name: `Top up ¥${amount}.00` }).click();
  await expect(page.getByText('The money is in your wallet')).toBeVisible();
}

/** Everything that a new shopper does at home, before the first payment. */
export async function settleIn(page: Page, card: ShopperCard, yuan: number): Promise<void> {
  await signUp(page, card);
  await enrolFace(page);
  await choosePin(page, card);
  await topUp(page, yuan);
}

/** What the wallet page says: to spend, and held. */
export async function balance(page: Page): Promise<string> {
  await page.goto('/wallet');
  return page.getByRole('region', { name: 'Balance' }).innerText();
}

export async function typeOnKeypad(page: Page, label: string, digits: string): Promise<void> {
  const keypad = page.getByRole('group', { name: label });
  for (const digit of digits) await keypad.getByRole('button', { name: digit }).click();
}
