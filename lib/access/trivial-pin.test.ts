import { describe, expect, it } from 'vitest';
import { isTrivialPin } from './trivial-pin';

const PHONE = '+8613857269314';

describe('isTrivialPin', () => {
  it.each([
    ['000000', 'one digit'],
    ['777777', 'one digit'],
    ['121212', 'a pair repeated'],
    ['123123', 'a half repeated'],
    ['123456', 'ascending'],
    ['890123', 'ascending past nine'],
    ['654321', 'descending'],
    ['321098', 'descending past zero'],
    ['112233', 'often chosen'],
    ['159753', 'often chosen'],
    ['147258', 'a pattern on the keypad'],
    ['269314', 'the last six of the number'],
    ['385726', 'six other digits of the number'],
    ['310587', 'day, month, year'],
    ['053187', 'month, day, year'],
    ['870531', 'year, month, day'],
    ['290200', 'day, month, year'],
    ['198764', 'begins with a year of birth'],
    ['642003', 'ends with a year of birth'],
  ])('%s: %s', (pin) => {
    expect(isTrivialPin(pin, PHONE)).toBe(true);
  });

  it.each(['246810', '135790', '271828', '604937', '483920', '869314', '991399', '310087'])(
    '%s is not',
    (pin) => {
      expect(isTrivialPin(pin, PHONE)).toBe(false);
    },
  );

  it('without a number judges the digits alone', () => {
    expect(isTrivialPin('269314', '')).toBe(false);
    expect(isTrivialPin('123456', '')).toBe(true);
  });

  it('refuses less than an eighth of all PINs', () => {
    let refused = 0;
    for (let n = 0; n < 1_000_000; n += 1) {
      if (isTrivialPin(String(n).padStart(6, '0'), PHONE)) refused += 1;
    }
    expect(refused).toBeLessThan(125_000);
    expect(refused).toBeGreaterThan(50_000);
  });
});
