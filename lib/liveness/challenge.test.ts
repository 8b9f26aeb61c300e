import { describe, expect, it } from 'vitest';
import { chooseLength, chooseSteps, type ChallengeContext } from './challenge';
import { chooseColours, COLOUR_SLOT_MS, SCREEN_COLOUR_NAMES } from './colours';

const challenges = Array.from({ length: 300 }, () => chooseSteps('long', Math.random));

describe('the steps of a challenge', () => {
  it('begin with the calm face, and ask for every act once', () => {
    for (const steps of challenges) {
      expect(steps[0]).toEqual({ kind: 'neutral', delayMs: 0 });
      expect(steps.map(({ kind }) => kind).sort()).toEqual(
        ['neutral', 'smile', 'turn-left', 'turn-right'].sort(),
      );
    }
    expect(chooseSteps('short', Math.random).map(({ kind }) => kind)).toEqual(['neutral', 'smile']);
  });

  it('come in all six orders, each about as often', () => {
    const orders = new Map<string, number>();
    for (const steps of challenges) {
      const order = steps.map(({ kind }) => kind).join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    expect(Math.min(...orders.values())).toBeGreaterThan(20);
  });

  it('wait between 0.2 and 0.8 s, nobody knows how long', () => {
    const delays = challenges.flatMap((steps) => steps.slice(1).map(({ delayMs }) => delayMs));
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...delays)).toBeLessThanOrEqual(800);
    expect(new Set(delays).size).toBeGreaterThan(200);
  });
});

describe('a thorough challenge', () => {
  const thorough = Array.from({ length: 300 }, () => chooseSteps('thorough', Math.random).slice(1));
  const orders = thorough.map((steps) => steps.map(({ kind }) => kind));

  it('asks for five acts, none twice in a row, all at least once', () => {
    for (const kinds of orders) {
      expect(kinds).toHaveLength(5);
      expect(new Set(kinds).size).toBe(3);
      kinds.forEach((kind, i) => expect(kind).not.toBe(kinds[i + 1]));
    }
  });

  it('comes in many orders, with longer pauses', () => {
    expect(new Set(orders.map((kinds) => kinds.join())).size).toBeGreaterThan(35);
    const delays = thorough.flatMap((steps) => steps.map(({ delayMs }) => delayMs));
    expect(Math.max(...delays)).toBeGreaterThan(1_400);
  });
});

it.each<[ChallengeContext, string]>([
  [{ risk: 'low', screen: 'coloured', ambientLight: 'normal' }, 'short'],
  [{ risk: 'high', screen: 'coloured', ambientLight: 'normal' }, 'long'],
  [{ risk: 'low', screen: 'plain', ambientLight: 'normal' }, 'thorough'],
  [{ risk: 'high', screen: 'plain', ambientLight: 'normal' }, 'thorough'],
  [{ risk: 'low', screen: 'coloured', ambientLight: 'bright' }, 'thorough'],
])('%j makes it %s', (context, length) => {
  expect(chooseLength(context)).toBe(length);
});

describe('the colours of a challenge', () => {
  it('never follow themselves, and are all there within any seven', () => {
    for (let i = 0; i < 100; i++) {
      const colours = chooseColours(Math.random);
      colours.forEach((colour, at) => {
        expect(colour).not.toBe(colours[at + 1]);
        const window = new Set(colours.slice(at, at + 7));
        if (at + 7 <= colours.length) expect(window.size).toBe(SCREEN_COLOUR_NAMES.length);
      });
    }
  });

  it('last as long as a challenge may take, in practice, and never flash', () => {
    expect(chooseColours(Math.random).length * COLOUR_SLOT_MS).toBeGreaterThan(15_000);
    expect(1000 / COLOUR_SLOT_MS).toBeLessThanOrEqual(3);
  });
});
