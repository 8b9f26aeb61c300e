import { expect, it } from 'vitest';
import { isPrivateAddress } from './private-address';

it.each([
  ['https://sms.example/send', true],
  ['http://127.0.0.1:8080/send', true],
  ['http://localhost/send', true],
  ['http://[::1]/send', true],
  ['http://sms.example/send', false],
  ['http://127.0.0.1.sms.example/', false],
  ['http://localhost.sms.example/', false],
  ['http://localhost@sms.example/', false],
  ['http://10.0.0.7/', false],
  ['file:///etc/passwd', false],
  ['ftp://localhost/', false],
])('%s: %s', (url, isPrivate) => {
  expect(isPrivateAddress(url)).toBe(isPrivate);
});
