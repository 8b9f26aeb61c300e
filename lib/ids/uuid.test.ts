import fc from 'fast-check';
import { v4 } from 'uuid';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { newUuid, uuidSchema, type Uuid } from './uuid';
import { anySpelling } from './spelling.fixture';

const ID = 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d';

describe('an id from outside', () => {
  it('has one spelling, however it was written', () => {
    fc.assert(
      fc.property(fc.uuid({ version: [1, 4, 7] }).chain(anySpelling), (spelled) => {
        expect(uuidSchema.parse(spelled)).toBe(spelled.toLowerCase());
      }),
    );
  });

  it.each([
    ['in braces', `{${ID}}`],
    ['without dashes', ID.replaceAll('-', '')],
    ['with dashes elsewhere', 'a1b2-c3d4-e5f6-4a7b-8c9d-0e1f-2a3b-4c5d'],
    ['with a prefix', `urn:uuid:${ID}`],
    ['with a space', ` ${ID}`],
    ['with a line break', `${ID}\n`],
    ['in full-width digits', ID.replace('1', '１')],
    ['too short', ID.slice(1)],
    ['of zeros', '00000000-0000-0000-0000-000000000000'],
    ['of ones', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
    ['empty', ''],
  ])('is refused %s', (_, text) => {
    expect(uuidSchema.safeParse(text).success).toBe(false);
  });

  it('is not a plain string', () => {
    expectTypeOf<string>().not.toExtend<Uuid>();
    expectTypeOf(v4()).not.toExtend<Uuid>();
    expectTypeOf(uuidSchema.parse(ID)).toEqualTypeOf<Uuid>();
  });
});

it('a new id is one already', () => {
  const id = newUuid();
  expect(uuidSchema.parse(id)).toBe(id);
});
