import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { expectProblem, signInAsStranger } from './people/api-client';

const id = randomUUID();
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

const json = { 'content-type': 'application/json' };

test.describe('whoever is not signed in', () => {
  for (const [method, path] of [
    ['GET', '/api/me'],
    ['GET', '/api/me/wallet'],
    ['POST', '/api/me/top-ups'],
    ['POST', '/api/me/consent'],
    ['POST', '/api/me/enrolment/challenge'],
    ['POST', '/api/me/enrolment'],
    ['PUT', '/api/me/pin'],
    ['DELETE', '/api/me/face'],
    ['POST', '/api/me/freeze'],
    ['POST', '/api/me/unfreeze'],
    ['POST', '/api/me/devices'],
    ['DELETE', `/api/me/devices/${id}`],
    ['POST', '/api/orders'],
    ['GET', `/api/payments/${id}`],
    ['POST', `/api/payments/${id}/challenge`],
    ['POST', `/api/payments/${id}/authorize`],
    ['POST', `/api/payments/${id}/pin`],
    ['POST', `/api/payments/${id}/cancel`],
    ['POST', `/api/payments/${id}/receive`],
    ['POST', `/api/payments/${id}/dispute`],
    ['GET', '/api/me/notices'],
    ['POST', '/api/me/notices/read'],
    ['GET', '/api/merchant/balance'],
    ['POST', '/api/merchant/payouts'],
    ['GET', '/api/merchant/statements/2026-11-24'],
    ['GET', '/api/merchant/statements/2026-11-24/csv'],
    ['GET', '/api/staff/orders'],
    ['GET', '/api/staff/orders/stream'],
    ['POST', '/api/staff/pairing-codes'],
    ['GET', '/api/staff/terminals'],
    ['POST', `/api/staff/terminals/${id}/unpair`],
    ['POST', `/api/staff/alarms/${id}/dismiss`],
    ['POST', `/api/staff/orders/${id}/accept`],
    ['POST', `/api/staff/orders/${id}/reject`],
    ['POST', `/api/staff/orders/${id}/ready`],
    ['POST', `/api/staff/orders/${id}/pick-up`],
    ['POST', `/api/staff/orders/${id}/dispatch`],
    ['POST', `/api/staff/orders/${id}/refund`],
  ] as const) {
    test(`${method} ${path.replace(id, ':id')} is refused`, async ({ request }) => {
      const response = await request.fetch(path, { method });
      await expectProblem(response, 401, 'not-signed-in');
    });
  }

  for (const [method, path] of [
    ['GET', '/api/terminals/me'],
    ['POST', '/api/terminals/unpair'],
    ['POST', `/api/payments/${id}/identify`],
  ] as const) {
    test(`${method} ${path.replace(id, ':id')} is refused`, async ({ request }) => {
      await expectProblem(await request.fetch(path, { method }), 401, 'terminal-not-paired');
    });
  }
});

test.describe('a body that makes no sense', () => {
  for (const [what, data, status, code] of [
    ['no JSON', Buffer.from('{"phone":'), 400, 'malformed-json'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 400, 'malformed-json'],
    ['too deep', deep, 400, 'invalid-request'],
    ['NUL in a text', String.raw`{"name":"Mi\u0000na"}`, 400, 'invalid-request'],
    ['half a sign', String.raw`{"name":"Mina \ud83d"}`, 400, 'invalid-request'],
    ['a list', '[]', 400, 'invalid-request'],
    ['null', 'null', 400, 'invalid-request'],
    ['wrong types', '{"phone":1,"name":[],"password":{}}', 400, 'invalid-request'],
    [
      'more than asked for',
      '{"phone":"1","name":"a","password":"b","admin":true}',
      400,
      'invalid-request',
    ],
    ['huge', `"${'x'.repeat(400_000)}"`, 413, 'body-too-large'],
  ] as const) {
    test(what, async ({ request }) => {
      const response = await request.post('/api/shoppers', { headers: json, data });
      await expectProblem(response, status, code);
    });
  }

  test('another media type', async ({ request }) => {
    const response = await request.post('/api/shoppers', {
      headers: { 'content-type': 'text/plain' },
      data: 'hello',
    });
    await expectProblem(response, 415, 'unsupported-media-type');
  });

  test('from another site', async ({ request }) => {
    const response = await request.post('/api/shoppers', {
      headers: { ...json, 'sec-fetch-site': 'cross-site' },
      data: '{}',
    });
    await expectProblem(response, 403, 'cross-site');
  });
});

test('an address that does not exist', async ({ request }) => {
  await expectProblem(await request.get('/api/nothing/here'), 404, 'not-found');
});

test('set-up is closed once there is a store', async ({ request }) => {
  const data = {
    token: 'x'.repeat(20),
    storeName: 'Mine',
    email: 'me@example.com',
    password: 'long enough a word',
    currency: 'EUR',
  };
  await expectProblem(await request.post('/api/setup', { data }), 403, 'setup-closed');
});

test.describe('a signed-in shopper', () => {
  test('cannot reach what is not theirs, nor what is not there', async ({ request }) => {
    await signInAsStranger(request);
    for (const path of [`/api/payments/${id}`, '/api/payments/not-an-id']) {
      await expectProblem(await request.get(path), 404, 'not-found');
    }
    const online = { id, paymentId: randomUUID(), storeId: randomUUID(), channel: 'online' };
    const elsewhere = await request.post('/api/orders', { data: { ...online, lines: [] } });
    await expectProblem(elsewhere, 404, 'not-found');
    const accept = await request.post(`/api/staff/orders/${id}/accept`, { data: {} });
    await expectProblem(accept, 401, 'not-signed-in');
    for (const [act, data] of [
      ['receive', {}],
      ['dispute', { reason: 'damaged' }],
    ] as const) {
      const response = await request.post(`/api/payments/${id}/${act}`, { data });
      await expectProblem(response, 404, 'not-found');
    }
    const reason = { data: { reason: 'because' } };
    const unknown = await request.post(`/api/payments/${id}/dispute`, reason);
    await expectProblem(unknown, 400, 'invalid-request');
  });

  test('cannot top up with an amount that is none', async ({ request }) => {
    await signInAsStranger(request);
    const topUp = (amount: unknown) =>
      request.post('/api/me/top-ups', { data: { id: randomUUID(), amount } });
    for (const amount of [-1, '-1', '1.5', '9223372036854775808', 1e3, null]) {
      const response = await topUp({ amount, currency: 'CNY' });
      await expectProblem(response, 400, 'invalid-request');
    }
    for (const [amount, currency] of [
      ['0', 'CNY'],
      ['9223372036854775807', 'CNY'],
      ['100', 'EUR'],
    ]) {
      await expectProblem(await topUp({ amount, currency }), 422, 'amount-out-of-range');
    }
    expect(await (await request.get('/api/me/wallet')).json()).toMatchObject({
      available: { amount: '0' },
      entries: [],
    });
  });
});

test('an owner cannot be paid what is not there, read days that are none, or dismiss no alarm', async ({
  request,
}) => {
  const { csrfToken } = (await (await request.get('/api/staff/auth/csrf')).json()) as {
    csrfToken: string;
  };
  const who = { email: 'ida@fairgoods.example', password: 'smile-at-the-fair' };
  const form = { csrfToken, ...who, json: 'true' };
  await request.post('/api/staff/auth/callback/staff', { form });
  const before = await (await request.get('/api/merchant/balance')).text();
  for (const [amount, currency, status, code] of [
    ['0', 'CNY', 422, 'amount-out-of-range'],
    ['1', 'EUR', 422, 'amount-out-of-range'],
    ['9223372036854775807', 'CNY', 409, 'merchant-balance-low'],
    ['9223372036854775808', 'CNY', 400, 'invalid-request'],
    ['-1', 'CNY', 400, 'invalid-request'],
  ] as const) {
    const data = { id: randomUUID(), amount: { amount, currency } };
    await expectProblem(await request.post('/api/merchant/payouts', { data }), status, code);
  }
  expect(await (await request.get('/api/merchant/balance')).text()).toBe(before);
  const alarm = await request.post(`/api/staff/alarms/${id}/dismiss`, { data: {} });
  await expectProblem(alarm, 404, 'not-found');
  for (const day of [
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '9999-12-31',
    '0000-01-01',
    '0001-01-01',
  ]) {
    for (const path of [day, `${day}/csv`]) {
      await expectProblem(await request.get(`/api/merchant/statements/${path}`), 404, 'not-found');
    }
  }
});
