import { expect, it } from 'vitest';
import { isAcceptablePassword } from './acceptable-password';

const accepts = (password: string) => isAcceptablePassword(password, 'Mina', '+8613800001234');

it.each(['q1w2e3r4t5', 'Basketball', '1234554321', 'password123', 'my 13800001234'])(
  '%s is refused',
  (password) => {
    expect(accepts(password)).toBe(false);
  },
);

it.each(['a smile is enough', 'five quiet herons', '雨が降るとき傘をさす'])(
  '%s is taken',
  (password) => {
    expect(accepts(password)).toBe(true);
  },
);
