import { describe, expect, it } from 'vitest';
import { addressOf } from './address';

function asked(forwardedFor?: string): string {
  const headers = forwardedFor === undefined ? undefined : { 'x-forwarded-for': forwardedFor };
  return addressOf(new Request('http://shop/api', { headers }));
}

describe('addressOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['::1', '0:0:0:0'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:0DB8:0000:0001::42', '2001:db8:0:1'],
    ['2001:db8::1:0:0:42', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is counted as %s', (stated, counted) => {
    expect(asked(stated)).toBe(counted);
  });

  it('believes the nearest server only', () => {
    expect(asked('10.9.8.7, 203.0.113.7')).toBe('203.0.113.7');
    expect(asked('2001:db8::1,203.0.113.7')).toBe('203.0.113.7');
  });

  it.each([undefined, '', 'nonsense', '203.0.113.7, ', '999.1.1.1', '0x7f.1', '127.1', 'unknown'])(
    '%j is nobody in particular',
    (stated) => {
      expect(asked(stated)).toBe('unknown');
    },
  );
});
