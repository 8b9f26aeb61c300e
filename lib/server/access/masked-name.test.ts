import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText } from '@/lib/text/shown-text';
import { maskName } from './masked-name';

describe('of a name others see', () => {
  it.each([
    ['Mina Larsen', 'Mina L.'],
    ['  Mina   van der  Larsen ', 'Mina L.'],
    ['MinaLarsen', 'Mi••••'],
    ['Larsen', 'La••••'],
    ['Mina', 'M•••'],
    ['Jo', 'J•'],
    ['J', '••'],
    ['Mina L', 'Mina •'],
    ['Mina L.', 'Mina •'],
    ['MinaLarsenOfTheLake B', 'Mi••••'],
    ['李', '••'],
    ['李娜', '李•'],
    ['李小龙', '李••'],
    ['欧阳娜娜', '欧•••'],
    ['欧阳 娜娜', '欧•••'],
    ['山田 太郎', '山•••'],
    ['さくら', 'さ••'],
    ['김민수', '김••'],
    ['김 민수', '김••'],
    ['𠮷田', '𠮷•'],
    ['Анна Каренина', 'Анна К.'],
    ['АннаКаренина', 'Ан••••'],
    ['محمد علي', 'محمد ع.'],
    ['สมชาย', 'สม•••'],
    ['प्रिया शर्मा', 'प्रिया श.'],
    ['Zoë Ångström', 'Zoë Å.'],
    ['Zoe\u0308 A\u030angström', 'Zoë Å.'],
    ['👩‍🍳', '••'],
    ['👩‍🍳 Lee', '👩‍🍳 L.'],
    ['🇨🇳🇩🇪', '🇨🇳•'],
    ['\u202eMina\u202c\u0007 Larsen\u200f', 'Mina L.'],
    ['Mina\u3164Larsen', 'Mi••••'],
    ['', '••'],
  ])('%j → %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('is never all of it', () => {
    const letters = "abcMNÖßшяЖ李娜欧김수さクعليกा́👩‍🍳🇨🇳 -.'";
    const names = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(
          names.map((signs) => signs.join('')),
          fc.string({ unit: 'grapheme', minLength: 1 }),
        ),
        (name) => {
          const shown = shownText(name);
          fc.pre(shown !== '');
          const masked = maskName(name);
          expect(masked).not.toContain(shown);
          expect(masked).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        },
      ),
    );
  });
});
