import { NextRequest } from 'next/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemSchema } from '@/lib/api/problems';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD } from '../demo/people';
import { freshBudget, MINA, mina, openDemo } from '../demo-store.fixture';
import { sessionIdIn } from '../access/sessions';
import { AUDIENCES, FORM, HOST, Visitor } from './auth-visitor.fixture';

openDemo();
beforeAll(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of thirty-two characters or more');
});
afterAll(() => {
  vi.unstubAllEnvs();
});
beforeEach(freshBudget);

async function problemOf(response: Response): Promise<{ status: number; code: string }> {
  const text = await response.text();
  expect(response.headers.get('content-type'), text).toBe('application/problem+json');
  const { code, status } = problemSchema.parse(JSON.parse(text));
  expect(response.status).toBe(status);
  expect(text).not.toMatch(/error=|exception|prisma|index|trim|byte sequence|stack| at /i);
  return { status, code };
}

describe.each(['shopper', 'staff'] as const)('%s', (audience) => {
  const other = audience === 'staff' ? 'shopper' : 'staff';

  it('signs in and out; a copy of the cookie is dead after that', async () => {
    const visitor = new Visitor(audience);
    expect((await visitor.signIn()).status).toBe(200);
    expect(await visitor.whoAmI()).not.toBeNull();
    const copy = new Visitor(audience);
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    expect((await visitor.post('signout', {})).status).toBe(200);
    expect(visitor.cookies.has(`smile-${audience}.session`)).toBe(false);
    expect(copy.cookies.has(`smile-${audience}.session`)).toBe(true);
    expect(await copy.whoAmI()).toBeNull();
  });

  it('a token in the place of the other audience is nothing', async () => {
    const visitor = new Visitor(audience);
    await visitor.signIn();
    const token = visitor.cookies.get(`smile-${audience}.session`) ?? '';
    const impostor = new Visitor(other);
    impostor.cookies.set(`smile-${other}.session`, token);
    expect(await impostor.whoAmI()).toBeNull();
    expect(await sessionIdIn(other, () => token)).toBeNull();
    expect(await sessionIdIn(audience, () => token)).not.toBeNull();
  });

  it('signing in again ends the session before', async () => {
    const visitor = new Visitor(audience);
    await visitor.signIn();
    const copy = new Visitor(audience);
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    await visitor.signIn();
    expect(await copy.whoAmI()).toBeNull();
    expect(await visitor.whoAmI()).not.toBeNull();
  });

  it('is refused with a wrong password, without a session', async () => {
    const visitor = new Visitor(audience);
    const refusal = await problemOf(await visitor.signIn('another password'));
    expect(refusal).toEqual({ status: 401, code: 'sign-in-refused' });
    expect([...visitor.cookies.keys()]).toEqual([`smile-${audience}.csrf`]);
  });

  it('needs the token of its own form', async () => {
    const visitor = new Visitor(audience);
    await visitor.signIn();
    for (const csrfToken of ['', 'x', await new Visitor(audience).csrfToken()]) {
      for (const path of [`callback/${audience}`, 'signout']) {
        const words = { password: DEMO_PASSWORD, csrfToken };
        const who: Record<string, string> =
          audience === 'staff' ? { email: 'a@b.example' } : { phone: mina.phone };
        const fields: Record<string, string> =
          path === 'signout' ? { csrfToken } : { ...words, ...who };
        const answer = await problemOf(await visitor.post(path, fields));
        expect(answer).toEqual({ status: 403, code: 'cross-site' });
      }
    }
    expect(await visitor.whoAmI()).not.toBeNull();
  });

  it.each([
    ['GET', ''],
    ['GET', 'signin'],
    ['GET', 'signout'],
    ['GET', 'error?error=Configuration'],
    ['GET', 'verify-request'],
    ['GET', 'session'],
    ['GET', 'providers'],
    ['GET', `callback/${audience}`],
    ['GET', 'csrf/more'],
    ['POST', 'session'],
    ['POST', '_log'],
    ['POST', `signin/${audience}`],
    ['POST', 'callback'],
    ['POST', 'callback/'],
    ['POST', `callback/${other}`],
    ['POST', `callback/${audience}/more`],
    ['POST', 'callback/__proto__'],
    ['POST', 'csrf'],
    ['PUT', `callback/${audience}`],
    ['DELETE', 'csrf'],
  ])('%s %j is not there', async (method, path) => {
    const body = method === 'GET' ? undefined : 'csrfToken=x';
    const answer = await new Visitor(audience).send(method, path, { type: FORM, body });
    expect(await problemOf(answer)).toEqual({ status: 404, code: 'not-found' });
  });
});

describe('what makes no sense is a coded problem, and says nothing of how we work', () => {
  const invalid = { status: 400, code: 'invalid-request' };

  it.each([
    ['JSON', 'application/json', '{"phone":', 415],
    ['no type', undefined, 'phone=1', 415],
    ['a list', 'application/json', '[]', 415],
    ['a file', 'multipart/form-data; boundary=x', '--x--', 415],
    ['nothing', FORM, '', 400],
    ['bytes that are no text', FORM, new Uint8Array([0xff, 0xfe, 0]), 400],
    ['half an escape', FORM, 'phone=%00&password=%f&csrfToken=%', 400],
    ['brackets', FORM, 'phone[trim]=1&password[]=2&csrfToken=3', 400],
    ['prototype', FORM, '__proto__=1&csrfToken=3', 400],
    ['more than 16 kB', FORM, `password=${'x'.repeat(17_000)}`, 413],
  ])('%s', async (_, type, body, status) => {
    for (const path of ['callback/shopper', 'callback/shopper-again', 'signout']) {
      const answer = await new Visitor('shopper').send('POST', path, { type, body });
      expect((await problemOf(answer)).status).toBe(status);
    }
  });

  it('64 MB are not read', async () => {
    let pulled = 0;
    const chunk = new Uint8Array(1024 * 1024);
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(chunk);
        if (pulled === 64) controller.close();
      },
    });
    const headers = { host: HOST, 'content-type': FORM };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' } as const;
    const request = new NextRequest(`http://${HOST}/api/auth/signout`, init);
    const params = Promise.resolve({ nextauth: ['signout'] });
    const answer = await AUDIENCES.shopper.route(request, { params });
    expect(await problemOf(answer)).toEqual({ status: 413, code: 'body-too-large' });
    expect(pulled).toBeLessThan(4);
  });

  it.each([
    ['a NUL', { phone: '1380\u00001111' }],
    ['a long number', { phone: '1'.repeat(10_000) }],
    ['a long password', { phone: mina.phone, password: 'x'.repeat(201) }],
    ['another field', { phone: mina.phone, redirect: 'false' }],
  ])('a sign-in with %s', async (_, fields) => {
    const form = { password: DEMO_PASSWORD, ...fields };
    const answer = await new Visitor('shopper').post('callback/shopper', form);
    expect(await problemOf(answer)).toEqual(invalid);
  });

  it.each([
    ['a long address', 'x'.repeat(3_000)],
    ['a NUL', 'lin@kpro\u0000.example'],
  ])('staff with %s', async (_, email) => {
    const form = { email, password: DEMO_PASSWORD };
    expect(await problemOf(await new Visitor('staff').post('callback/staff', form))).toEqual(
      invalid,
    );
  });

  it.each(['javascript:alert(1)', '//evil.example', 'http://evil.example', '%', '\u0000', ''])(
    'callbackUrl=%j in form, address or cookie',
    async (callbackUrl) => {
      const visitor = new Visitor('shopper');
      expect(await problemOf(await visitor.post('signout', { callbackUrl }))).toEqual(invalid);
      const inAddress = `csrf?callbackUrl=${encodeURIComponent(callbackUrl)}`;
      expect(await problemOf(await visitor.send('GET', inAddress))).toEqual(invalid);
      visitor.cookies.set('smile-shopper.callback', encodeURIComponent(callbackUrl));
      expect((await visitor.signIn()).status).toBe(200);
    },
  );

  it('its own pages may be named as next-auth’s client names them', async () => {
    for (const callbackUrl of ['/wallet', `http://${HOST}`, `http://${HOST}/wallet`]) {
      const visitor = new Visitor('shopper');
      const form = { phone: mina.phone, password: DEMO_PASSWORD, callbackUrl, json: 'true' };
      const answer = await visitor.post('callback/shopper', form);
      expect([answer.status, await answer.json()]).toEqual([200, {}]);
    }
  });

  it.each(['x', 'a.b.c', `${'x'.repeat(8_000)}`, '{}', 'null', 'e30.e30.e30.e30.e30'])(
    'a session cookie that holds %j is nobody’s',
    async (text) => {
      const visitor = new Visitor('shopper');
      visitor.cookies.set('smile-shopper.session', text);
      expect(await visitor.whoAmI()).toBeNull();
      expect((await visitor.signIn()).status).toBe(200);
      expect(await visitor.whoAmI()).toMatchObject({ id: MINA.id });
    },
  );
});

it('a database that is away is our fault and named as such, not a wrong password', async () => {
  const visitor = new Visitor('shopper');
  await visitor.signIn();
  const before = await visitor.whoAmI();
  const away = vi.spyOn(databasePool(), 'query').mockImplementation(() => {
    throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
  });
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    for (const answer of [await visitor.signIn(), await visitor.post('signout', {})]) {
      expect(await problemOf(answer)).toEqual({ status: 500, code: 'internal' });
    }
  } finally {
    away.mockRestore();
    quiet.mockRestore();
  }
  // The cookie was not taken away either: the session still lives.
  expect(await visitor.whoAmI()).toEqual(before);
});
