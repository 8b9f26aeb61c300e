import { describe, expect, it } from 'vitest';
import { readPgm, toBmp } from './pgm';

describe('readPgm', () => {
  it('reads binary, with comments', () => {
    const file = Buffer.concat([
      Buffer.from('P5 # made by hand\n3 2\n255\n'),
      Buffer.from([0, 1, 2, 3, 4, 255]),
    ]);
    expect(readPgm(file)).toEqual({
      width: 3,
      height: 2,
      grey: new Uint8Array([0, 1, 2, 3, 4, 255]),
    });
  });

  it('reads text and scales to 255', () => {
    expect(readPgm(Buffer.from('P2\n2 1\n5\n0 5\n')).grey).toEqual(new Uint8Array([0, 255]));
  });

  it('reads two bytes a value', () => {
    const file = Buffer.concat([Buffer.from('P5\n1 1\n65535\n'), Buffer.from([0x80, 0x00])]);
    expect(readPgm(file).grey).toEqual(new Uint8Array([128]));
  });

  it.each(['P6\n1 1\n255\nabc', 'P5\n4 4\n255\nab', 'hello'])('refuses %j', (text) => {
    expect(() => readPgm(Buffer.from(text))).toThrow(RangeError);
  });
});

describe('toBmp', () => {
  it('pads rows to four bytes and keeps them from the top', () => {
    const bmp = toBmp({ width: 1, height: 2, grey: new Uint8Array([9, 7]) });
    expect(bmp).toHaveLength(54 + 2 * 4);
    expect(Array.from(bmp.subarray(54))).toEqual([9, 9, 9, 0, 7, 7, 7, 0]);
  });
});
