import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { now } from '../clock';
import { issuePhoneCode } from '../access/phone-code';
import { databasePool } from '../db/pool';
import { ADDRESS, freshBudget, openDemo } from '../demo-store.fixture';
import { dispatchDue } from './dispatcher';
import { textMessages } from './send-text-message';

const SECRET = 'a secret of the gateway and us';
const NUMBER = '+8613900008810';
const MINUTE_MS = 60_000;

interface Received {
  readonly url: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** A gateway that answers what it is told to. */
let answers: number[] = [];
let received: Received[] = [];
const gateway = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    received.push({ url: request.url, headers: request.headers, body });
    response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  process.env.SMS_URL = `http://127.0.0.1:${port}/messages`;
  process.env.SMS_SECRET = SECRET;
});
openDemo();
afterAll(() => void gateway.close());

beforeEach(async () => {
  await freshBudget();
  await databasePool().query('DELETE FROM outbox; DELETE FROM text_messages');
  [answers, received] = [[], []];
  expect(await issuePhoneCode(NUMBER, ADDRESS)).toMatchObject({ ok: true });
});

const deliver = (afterMs = 0) =>
  dispatchDue([textMessages], new Date(now().getTime() + MINUTE_MS + afterMs));

async function waiting(): Promise<number> {
  const { rows } = await databasePool().query<{ n: number }>(
    'SELECT count(*)::int AS n FROM text_messages',
  );
  return rows[0]?.n ?? -1;
}

it('a message goes to the gateway once, signed, and is forgotten', async () => {
  await deliver();
  await deliver(MINUTE_MS);
  expect(received).toHaveLength(1);
  const [{ headers, body } = { headers: {} as http.IncomingHttpHeaders, body: '' }] = received;
  expect(body).toMatch(new RegExp(`^{"to":"\\${NUMBER}","text":"\\d{6} is your code`));
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', SECRET).update(signed).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${expected}`);
  expect(await waiting()).toBe(0);
});

it('is sent again under the same id when the gateway had a fault', async () => {
  answers = [500, 503];
  for (const afterMs of [0, MINUTE_MS, 2 * MINUTE_MS]) await deliver(afterMs);
  const ids = received.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  expect(await waiting()).toBe(0);
  // What is kept of the faults names no number and no code.
  const { rows } = await databasePool().query<{ text: string }>('SELECT outbox::text FROM outbox');
  expect(JSON.stringify(rows)).not.toContain(NUMBER);
});

it('is not sent when it is too late', async () => {
  await databasePool().query('UPDATE text_messages SET expires_at = $1', [now()]);
  await deliver();
  expect(received).toEqual([]);
});

it('is never sent on to where the gateway points', async () => {
  answers = [307, 308];
  for (const afterMs of [0, MINUTE_MS]) await deliver(afterMs);
  expect(received.map(({ url }) => url)).toEqual(['/messages', '/messages']);
  expect(await waiting()).toBe(1);
});
