import { expect, it } from 'vitest';
import { isWeakPassword } from './weak-password';

const weak = (password: string) => isWeakPassword(password, 'Mina Larsen', '+8613800001234');

it.each([
  'aaaaaaaaaaaa',
  'abababababab',
  'abcdabcdabcd',
  '0123456789',
  '1234567890123',
  'Password2026',
  'qwertyuiop[]',
  'mina larsen',
  'Mina Larsen',
  'x13800001234',
  'Smile to Pay 1',
])('%s is guessed first', (password) => {
  expect(weak(password)).toBe(true);
});

it('without a number nothing is held against it', () => {
  expect(isWeakPassword('five quiet herons', 'K Pro', '')).toBe(false);
});

it.each(['a smile is enough', 'correct horse battery', '雨が降るとき傘をさす', 'larsen mina!'])(
  '%s is not',
  (password) => {
    expect(weak(password)).toBe(false);
  },
);
