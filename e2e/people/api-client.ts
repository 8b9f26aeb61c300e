import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import type { RegisteredDevice } from '@/lib/api/devices';
import { newTestKey, type TestDevice } from '@/lib/liveness/device.fixture';
import { sentCode, stranger } from './shopper';

/** Whatever is wrong, the answer is a problem document with a stable code. */
export async function expectProblem(
  response: APIResponse,
  status: number,
  code: string,
): Promise<void> {
  expect(response.headers()['content-type']).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, code });
  expect(response.status()).toBe(status);
}

/** Somebody new, who has just typed the password; without a browser. */
export async function signInAsStranger(request: APIRequestContext): Promise<void> {
  const { name, phone, password } = stranger('Eve');
  expect((await request.post('/api/phone-codes', { data: { phone } })).status()).toBe(201);
  const code = await sentCode(request, phone);
  const made = await request.post('/api/shoppers', { data: { name, phone, password, code } });
  expect(made.status()).toBe(201);
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as {
    csrfToken: string;
  };
  const form = { csrfToken, phone, password, json: 'true' };
  expect((await request.post('/api/auth/callback/shopper', { form })).status()).toBe(200);
  expect((await request.get('/api/me')).status()).toBe(200);
}

/** The client's key, as an own phone of whoever is signed in. */
export async function registerKey(request: APIRequestContext): Promise<TestDevice> {
  const { publicKey, privateKey } = await newTestKey();
  const response = await request.post('/api/me/devices', { data: { publicKey } });
  expect(response.status()).toBe(201);
  const { id } = (await response.json()) as RegisteredDevice;
  return { id, privateKey };
}
