import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { signUp, stranger } from './people/shopper';

/** Types a password once more, as the enrolment does. @returns the status. */
async function typeAgain(page: Page, password: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const issued = await fetch('/api/auth/csrf');
    const { csrfToken } = (await issued.json()) as { csrfToken: string };
    const fields = { password: typed, csrfToken, callbackUrl: location.origin, json: 'true' };
    const body = new URLSearchParams(fields);
    return (await fetch('/api/auth/callback/shopper-again', { method: 'POST', body })).status;
  }, password);
}

test('the password typed again is that of whoever is signed in', async ({ phone }) => {
  await phone.goto('/sign-in');
  expect(await typeAgain(phone, 'a smile is enough')).toBe(401);
  const ana = stranger('Ana Berg');
  await signUp(phone, ana);
  expect(await typeAgain(phone, 'another password')).toBe(401);
  expect(await typeAgain(phone, ana.password)).toBe(200);
  const me = await phone.request.get('/api/me');
  expect(await me.json()).toMatchObject({ name: ana.name, freshlySignedIn: true });
});
