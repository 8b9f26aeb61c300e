import { expect, it } from 'vitest';
import { isServedHost, servedHosts } from './served-hosts.mjs';

const plain = { PORT: '3000', HOST: '127.0.0.1' };
const lan = {
  PORT: '3000',
  HOST: '0.0.0.0',
  SMILE_LAN_ADDRESSES: '192.168.1.20,10.0.0.3',
  TLS_KEY_FILE: '/key',
};
const shop = { ...plain, NEXTAUTH_URL: 'https://Pay.Shop.example' };

it.each([
  ['on this machine', plain, 'localhost:3000', true],
  ['in capitals', plain, 'LocalHost:3000', true],
  ['by address', plain, '127.0.0.1:3000', true],
  ['by IPv6', plain, '[::1]:3000', true],
  ['another port', plain, 'localhost:3001', false],
  ['no port', plain, 'localhost', false],
  ['the default port', { ...plain, PORT: '80' }, 'localhost', true],
  ['the network, not asked for', plain, '192.168.1.20:3000', false],
  ['the network', lan, '192.168.1.20:3000', true],
  ['the network, second address', lan, '10.0.0.3:3000', true],
  ['the address that it listens on', { ...plain, HOST: '10.1.1.1' }, '10.1.1.1:3000', true],
  ['an IPv6 address that it listens on', { ...plain, HOST: 'fd00::7' }, '[fd00::7]:3000', true],
  ['the address that people type', shop, 'pay.shop.example', true],
  ['the same with its port', shop, 'pay.shop.example:443', true],
  ['a proxy that keeps its own name', shop, '127.0.0.1:3000', true],
  ['named besides', { ...plain, SMILE_HOSTS: 'pos.local:3000, pod' }, 'pod', true],
  ['a name that leads here', shop, 'evil.example', false],
  ['a name that begins alike', shop, 'pay.shop.example.evil.example', false],
  ['a user name', shop, 'pay.shop.example@evil.example', false],
  ['none', plain, undefined, false],
  ['an empty one', plain, '', false],
])('%s: %o answers to %s: %s', (_, env, host, served) => {
  expect(isServedHost({ host }, servedHosts(env))).toBe(served);
});

it('a name that a proxy passes on counts as well', () => {
  const hosts = servedHosts(shop);
  const host = '127.0.0.1:3000';
  expect(isServedHost({ host, 'x-forwarded-host': 'pay.shop.example' }, hosts)).toBe(true);
  expect(isServedHost({ host, 'x-forwarded-host': 'evil.example' }, hosts)).toBe(false);
  const both = 'pay.shop.example, evil.example';
  expect(isServedHost({ host, 'x-forwarded-host': both }, hosts)).toBe(false);
});
