import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText, shownTextSchema } from './shown-text';

describe('a text that another person reads', () => {
  it.each([
    ['as it is', 'Mina Larsen', 'Mina Larsen'],
    ['composed', 'Jose\u0301', 'José'],
    ['one space between words', '  Mina \t\n Larsen\u3000\u2028', 'Mina Larsen'],
    ['without direction marks', '\u202eanim\u202c \u2066x\u2069\u200f\u061c', 'anim x'],
    ['without controls', 'Mi\u0007na\u0085 \u001b[31mL', 'Mina [31mL'],
    ['without what nobody sees', 'M\u200bi\u00adn\u2060a\ufeff\u3164\u{e0041}\ue000', 'Mina'],
    ['composed after what stood between is gone', 'Jose\u200b\u0301', 'José'],
    ['with its joiners', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['with its emoji', '👩\u200d🍳 ❤️', '👩\u200d🍳 ❤️'],
  ])('%s', (_, text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  it('is the same when it is read again', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, (text) => {
        const shown = shownText(text);
        expect(shownText(shown)).toBe(shown);
        expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
      }),
    );
  });
});

describe('its schema', () => {
  const schema = shownTextSchema(11);

  it('gives the text as it is shown', () => {
    expect(schema.parse(' Mina\u202e  Larsen')).toBe('Mina Larsen');
  });

  it('counts letters as a reader does', () => {
    expect(schema.safeParse('👨‍👩‍👧'.repeat(11)).success).toBe(true);
    expect(schema.safeParse('e\u0301'.repeat(11)).success).toBe(true);
    expect(schema.safeParse('欧阳娜娜'.repeat(3)).success).toBe(false);
    expect(schema.safeParse('a'.repeat(10_000)).success).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['only spaces', ' \u3000\t'],
    ['only invisible signs', '\u200b\u3164\u202e\u200d'],
    ['only marks', '\u0301'],
    ['a tower of marks', `a${'\u0323'.repeat(40)}`],
  ])('refuses what is %s', (_, text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });
});
