import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hasFloatsOfFace, hasNumbersOfFace, secretsIn } from './search';

const DESCRIPTOR = Float32Array.from({ length: 128 }, (_, n) => Math.sin(n * 7.3 + 0.1) * 0.17);

describe('secretsIn', () => {
  const secrets = [
    { kind: 'password', text: 'a smile is enough' },
    { kind: 'pin', text: '271828' },
  ] as const;

  it('finds a password inside of other text, and a PIN that stands alone', () => {
    expect(secretsIn('{"p":"a smile is enough"}', secrets)).toEqual(['password']);
    expect(secretsIn('{"pin":"271828","a":[271828]}', secrets)).toEqual(['pin']);
  });

  it('takes digits within a longer number for chance', () => {
    expect(secretsIn('127182845 and 0.271828', secrets)).toEqual([]);
  });
});

describe('the numbers of a face', () => {
  it('are found as text and as floats, wherever they begin', () => {
    expect(hasNumbersOfFace(JSON.stringify({ face: [...DESCRIPTOR] }))).toBe(true);
    const bytes = new Uint8Array(DESCRIPTOR.buffer);
    for (const before of [0, 1, 2, 3, 40]) {
      expect(hasFloatsOfFace(Buffer.concat([randomBytes(before), bytes, randomBytes(9)]))).toBe(
        true,
      );
    }
  });

  it('are not seen in what is sealed, nor in short lists', () => {
    for (let n = 0; n < 50; n += 1) expect(hasFloatsOfFace(randomBytes(4_000))).toBe(false);
    expect(hasFloatsOfFace(new Uint8Array(4_000))).toBe(false);
    expect(hasNumbersOfFace(JSON.stringify([...DESCRIPTOR].slice(1)))).toBe(false);
  });
});
