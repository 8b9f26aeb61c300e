import { afterEach, expect, it, vi } from 'vitest';
import { logFault } from './log';

afterEach(() => {
  vi.restoreAllMocks();
});

function logged(error: unknown): string {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  logFault('request-1', error);
  return String(write.mock.calls[0]?.[0]);
}

async function thrownBy(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

it.each([
  ['a form sent as JSON', 'password=hunter2 is not json'],
  ['two lines, one of which looks like a frame', '"\n    at hunter2 ('],
  ['an end that is missing', '{"password":"hunter2'],
])('does not quote a body that is no JSON: %s', async (_, body) => {
  const error = await thrownBy(() => new Response(body).json());
  expect(logged(error)).not.toContain('hunter2');
  expect(JSON.parse(logged(error))).toMatchObject({ name: 'SyntaxError', requestId: 'request-1' });
});

it('does not quote what PostgreSQL could not read', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "hunter2"'), {
    code: '22P02',
  });
  const text = logged(error);
  expect(text).not.toContain('hunter2');
  expect(JSON.parse(text)).toMatchObject({
    code: '22P02',
    stack: expect.stringMatching(/log\.test/) as string,
  });
});

it('shortens long numbers', () => {
  expect(logged(new Error('no account for +8613812345678, PIN 271828'))).not.toMatch(
    /\d{6}(?!.*Z)/,
  );
});

it('says what happened and where', () => {
  const error = Object.assign(new TypeError('cannot connect to 127.0.0.1:5432'), {
    code: 'ECONNREFUSED',
  });
  expect(JSON.parse(logged(error))).toEqual({
    level: 'error',
    at: expect.any(String) as string,
    requestId: 'request-1',
    name: 'TypeError',
    code: 'ECONNREFUSED',
    message: 'cannot connect to 127.0.0.1:5432',
    stack: expect.stringMatching(/^ +at .*log\.test/) as string,
  });
});

it('takes whatever was thrown', () => {
  expect(JSON.parse(logged('a text'))).toMatchObject({ name: 'Error', message: 'a text' });
});
