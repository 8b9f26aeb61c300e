import { once } from 'node:events';
import http from 'node:http';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { problemSchema } from '@/lib/api/problems';
import { expect, test } from './fixtures';
import { expectProblem, signInAsStranger } from './people/api-client';
import { signUp, stranger, typeSentCode } from './people/shopper';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

async function csrfOf(request: APIRequestContext, base: string): Promise<string> {
  const issued = await request.get(`${base}/csrf`);
  return ((await issued.json()) as { csrfToken: string }).csrfToken;
}

async function signOut(request: APIRequestContext, base = '/api/auth'): Promise<APIResponse> {
  const csrfToken = await csrfOf(request, base);
  return request.post(`${base}/signout`, { form: { csrfToken } });
}

async function signInLin(request: APIRequestContext): Promise<void> {
  const csrfToken = await csrfOf(request, '/api/staff/auth');
  const form = { csrfToken, email: 'lin@kpro.example', password: 'smile-at-the-fair' };
  const answer = await request.post('/api/staff/auth/callback/staff', { form });
  expect(answer.status()).toBe(200);
}

/** The value of a cookie that the client has. */
async function cookieOf(request: APIRequestContext, name: string): Promise<string> {
  const { cookies } = await request.storageState();
  return cookies.find((cookie) => cookie.name === name)?.value ?? '';
}

test.describe('signing out', () => {
  test('ends a copy of the cookie too, under fifty requests at once', async ({
    request,
    playwright,
    baseURL,
  }) => {
    await signInAsStranger(request);
    const cookie = `smile-shopper.session=${await cookieOf(request, 'smile-shopper.session')}`;
    const thief = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
    expect((await thief.get('/api/me')).status()).toBe(200);
    const ask = async () => (await thief.get('/api/me')).status();
    const during = Array.from({ length: 50 }, ask);
    expect((await signOut(request)).status()).toBe(200);
    const after = await Promise.all(Array.from({ length: 50 }, ask));
    expect(new Set(after)).toEqual(new Set([401]));
    for (const status of await Promise.all(during)) expect([200, 401]).toContain(status);
    await expectProblem(await thief.get('/api/me'), 401, 'not-signed-in');
    await thief.dispose();
  });

  test('ends a board’s stream that is open', async ({ request, baseURL }) => {
    await signInLin(request);
    const cookie = `smile-staff.session=${await cookieOf(request, 'smile-staff.session')}`;
    const stream = http.get(new URL('/api/staff/orders/stream', baseURL), { headers: { cookie } });
    const [board] = (await once(stream, 'response')) as [http.IncomingMessage];
    expect(board.statusCode).toBe(200);
    await once(board, 'data');
    const ended = once(board.resume(), 'end');
    expect((await signOut(request, '/api/staff/auth')).status()).toBe(200);
    await ended;
    await expectProblem(await request.get('/api/staff/orders'), 401, 'not-signed-in');
  });
});

test('a session of staff is none in the place of a shopper’s', async ({ request, playwright }) => {
  await signInLin(request);
  const token = await cookieOf(request, 'smile-staff.session');
  const baseURL = test.info().project.use.baseURL;
  const cookie = `smile-shopper.session=${token}`;
  const swapped = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
  await expectProblem(await swapped.get('/api/me'), 401, 'not-signed-in');
  await swapped.dispose();
  expect((await request.get('/api/staff/orders')).status()).toBe(200);
});

test('garbage to next-auth’s addresses is a coded problem, and no page of its own is there', async ({
  request,
}) => {
  const callback = encodeURIComponent('javascript:alert(1)');
  for (const base of ['/api/auth', '/api/staff/auth']) {
    const provider = base === '/api/auth' ? 'shopper' : 'staff';
    for (const path of [
      'signin',
      'signout',
      'error?error=Configuration',
      'verify-request',
      'session',
      'providers',
      `csrf?callbackUrl=${callback}`,
      `signin/${provider}?callbackUrl=${callback}`,
      `callback/${provider}?password=x`,
      '..%2f..',
      '__proto__',
    ]) {
      await expectCoded4xx(await request.get(`${base}/${path}`));
    }
    for (const path of [`callback/${provider}`, 'signout', 'session', '_log', 'callback/nobody']) {
      const send = (headers: Record<string, string>, data: string) =>
        request.post(`${base}/${path}`, { headers, data });
      await expectCoded4xx(await send({ 'content-type': 'application/json' }, '{"phone":'));
      await expectCoded4xx(await send({ 'content-type': 'application/json' }, '{"email":{}}'));
      await expectCoded4xx(await send(FORM, 'email[trim]=1&phone=%00&password=%'));
      await expectCoded4xx(await send(FORM, `callbackUrl=${callback}&csrfToken=x`));
      await expectCoded4xx(await send(FORM, `password=${'x'.repeat(100_000)}`));
      await expectCoded4xx(await send({ 'content-type': 'text/plain' }, 'hello'));
    }
    await expectCoded4xx(await request.put(`${base}/csrf`, { data: '{}' }));
    await expectCoded4xx(await request.delete(`${base}/signout`));
  }
});

async function expectCoded4xx(response: APIResponse): Promise<void> {
  const text = await response.text();
  const where = `${response.url()} ${response.status()} ${text.slice(0, 200)}`;
  expect(response.headers()['content-type'], where).toBe('application/problem+json');
  expect(problemSchema.safeParse(JSON.parse(text)).success, where).toBe(true);
  expect(Math.floor(response.status() / 100), where).toBe(4);
  expect(text).not.toMatch(/next-?auth|trim|prisma|exception/i);
}

/** A raw request, because a browser's client chooses `Host` itself. */
function ask(baseURL: string | undefined, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; policy: string; text: string }>((resolve, reject) => {
    const request = http.get(new URL(path, baseURL), { headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          policy: [response.headers['content-security-policy'] ?? []].flat().join(),
          text,
        }),
      );
    });
    request.on('error', reject);
  });
}

test('under a name that is not ours nothing is answered', async ({ baseURL }) => {
  for (const path of ['/', '/sign-in', '/api/health', '/api/auth/csrf', '/icon.svg']) {
    const foreign = await ask(baseURL, path, { host: 'evil.example' });
    expect(foreign.status, path).toBe(421);
    expect(JSON.parse(foreign.text)).toMatchObject({ code: 'host-unknown', status: 421 });
    // A client's own claim is dropped where no proxy is in front.
    const claimed = await ask(baseURL, path, { 'x-forwarded-host': 'evil.example' });
    expect(claimed.status, path).toBeLessThan(400);
  }
});

test('every answer carries one policy: pages, prefetches, problems and what is not there', async ({
  baseURL,
}) => {
  for (const [path, headers] of [
    ['/', {}],
    ['/', { 'next-router-prefetch': '1', rsc: '1' }],
    ['/sign-in', { purpose: 'prefetch' }],
    ['/sign-in', { 'next-router-prefetch': '1' }],
    ['/no/such/page', {}],
  ] as const) {
    const { policy } = await ask(baseURL, path, headers);
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'wasm-unsafe-eval';/);
    expect(policy.match(/default-src/g), path).toHaveLength(1);
  }
  for (const path of [
    '/api/health',
    '/api/nothing',
    '/api/auth/signin',
    '/_next/static/nothing.js',
    '/_next/image?url=%2Fnothing',
    '/models/nothing.bin',
    '/favicon.ico',
    '/icon.svg',
  ]) {
    const { policy } = await ask(baseURL, path, {});
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy.match(/default-src/g), path).toHaveLength(1);
  }
});

test('signing up does not tell who has an account', async ({ phone, request }) => {
  const ana = stranger('Ana Berg');
  await signUp(phone, ana);
  const ben = stranger('Ben Roe');
  const answers = [];
  for (const number of [ana.phone, ben.phone]) {
    const sent = await request.post('/api/phone-codes', { data: { phone: number } });
    const data = { name: 'Eve', phone: number, password: 'another long password', code: '000000' };
    const refused = await request.post('/api/shoppers', { data });
    for (const response of [sent, refused]) {
      const text = (await response.text())
        .replace(number, 'its number')
        .replace(/"requestId":"[^"]+"/, '');
      const { date: _date, ...headers } = response.headers();
      answers.push({ status: response.status(), text, headers });
    }
  }
  expect(answers.slice(0, 2)).toEqual(answers.slice(2));
  expect(answers.map(({ status }) => status)).toEqual([201, 422, 201, 422]);
});

test('who owns the number reads that it has an account', async ({ phone }) => {
  const ana = stranger('Ana Berg');
  await signUp(phone, ana);
  await phone.context().clearCookies();
  await phone.goto('/sign-up');
  await phone.getByLabel('Your name').fill('Ana');
  await phone.getByLabel('Phone number').fill(ana.phone);
  await phone.getByLabel('Password', { exact: true }).fill('another long password');
  await phone.getByRole('button', { name: 'Sign up' }).click();
  await typeSentCode(phone, ana.phone);
  await phone.getByRole('button', { name: 'Make my wallet' }).click();
  await expect(phone.getByText('You have been here before')).toBeVisible();
  await phone.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
  await expect(phone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});
