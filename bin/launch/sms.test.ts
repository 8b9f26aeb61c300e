import { expect, it } from 'vitest';
import { checkSms } from './sms';

const secret = 'x'.repeat(24);

it.each([
  ['none', {}],
  ['one with a secret', { SMS_URL: 'https://sms.example/send', SMS_SECRET: secret }],
  ['one on this machine', { SMS_URL: 'http://127.0.0.1:9/send', SMS_SECRET: secret }],
])('%s is right', (_, env) => {
  expect(() => checkSms(env)).not.toThrow();
});

it.each([
  ['no address', { SMS_URL: 'sms.example', SMS_SECRET: secret }, /not an http/],
  ['another kind of address', { SMS_URL: 'file:///etc/passwd', SMS_SECRET: secret }, /not an http/],
  ['one without TLS', { SMS_URL: 'http://sms.example/send', SMS_SECRET: secret }, /with https/],
  ['no secret', { SMS_URL: 'https://sms.example/send' }, /needs SMS_SECRET/],
  ['a short secret', { SMS_URL: 'https://sms.example/send', SMS_SECRET: 'abc' }, /at least 24/],
])('%s ends the start with a sentence', (_, env, sentence) => {
  expect(() => checkSms(env)).toThrow(sentence);
});
