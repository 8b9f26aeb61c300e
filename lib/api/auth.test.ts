import { expect, it } from 'vitest';
import { SIGN_IN_FORMS, staysHere } from './auth';

it.each([
  ['/', true],
  ['/wallet?from=shop', true],
  ['http://shop.example:3000', true],
  ['https://shop.example:3000/pay', true],
  ['', false],
  ['wallet', false],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['/\t/evil.example', false],
  ['javascript:alert(1)', false],
  ['data:text/html,hello', false],
  ['http://evil.example', false],
  ['http://shop.example:3000.evil.example/', false],
  ['http://shop.example:3000@evil.example/', false],
  ['http://me@shop.example:3000/', false],
  ['http://shop.example/', false],
])('%j stays on shop.example:3000: %s', (url, stays) => {
  expect(staysHere(url, 'shop.example:3000')).toBe(stays);
});

it.each([
  ['a NUL', { phone: '138\u00001111222' }],
  ['a line break', { phone: '13800001111\n' }],
  ['more than a number', { phone: '1'.repeat(33) }],
  ['more than a password', { password: 'x'.repeat(201) }],
  ['more than asked for', { admin: 'true' }],
  ['no text', { password: 7 }],
  ['nothing', { password: undefined }],
])('a sign-in with %s does not fit', (_, change) => {
  const form = { csrfToken: 'abc', phone: '13800001111', password: 'long enough', ...change };
  expect(SIGN_IN_FORMS.shopper.safeParse(form).success).toBe(false);
});
