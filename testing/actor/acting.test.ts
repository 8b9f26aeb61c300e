import { describe, expect, it } from 'vitest';
import {
  atRest,
  calmMind,
  follow,
  seeded,
  smileAt,
  swayAt,
  takeIn,
  turnAt,
  type Prompt,
} from './acting';

describe('takeIn', () => {
  it('smiles from the given moment, neither before nor at once', () => {
    const acting = takeIn(atRest(), 'smile', 1000);
    expect(smileAt(acting, 1000)).toBe(0);
    expect(smileAt(acting, 1160)).toBeCloseTo(0.5, 2);
    expect(smileAt(acting, 1040)).toBeLessThan(0.1);
    expect(smileAt(acting, 1400)).toBe(1);
    expect(turnAt(acting, 1400)).toBe(0);
  });

  it('turns to the own left with a plus, to the own right with a minus', () => {
    expect(turnAt(takeIn(atRest(), 'turn-left', 0), 600)).toBe(1);
    expect(turnAt(takeIn(atRest(), 'turn-right', 0), 600)).toBe(-1);
  });

  it('lets the smile go before the head turns', () => {
    const turning = takeIn(takeIn(atRest(), 'smile', 0), 'turn-left', 2000);
    for (let t = 2000; t < 3000; t += 20) {
      expect(Math.min(smileAt(turning, t), turnAt(turning, t))).toBeLessThan(0.01);
    }
    expect(turnAt(turning, 3000)).toBe(1);
  });

  it('comes back to rest whatever it did', () => {
    const done = takeIn(takeIn(atRest(), 'turn-right', 0), 'none', 1000);
    expect(turnAt(done, 1000)).toBe(-1);
    expect(turnAt(done, 1500)).toBe(0);
  });

  it('does not start again at a prompt that it follows already', () => {
    const smiling = takeIn(takeIn(atRest(), 'smile', 0), 'smile', 500);
    expect(smileAt(smiling, 510)).toBe(1);
  });
});

/** Lives through prompts frame by frame; says what was done at each. */
function live(prompts: (tMs: number) => Prompt, untilMs: number) {
  const done: { tMs: number; smile: number; turn: number }[] = [];
  let mind = calmMind();
  for (let tMs = 0; tMs <= untilMs; tMs += 33) {
    mind = follow(mind, prompts(tMs), tMs, 600);
    done.push({ tMs, smile: smileAt(mind.acting, tMs), turn: turnAt(mind.acting, tMs) });
  }
  return done;
}

describe('follow', () => {
  it('answers a prompt after the reaction time, not before', () => {
    const done = live((t) => (t < 1000 ? 'neutral' : 'smile'), 3000);
    const began = done.find(({ smile }) => smile > 0)?.tMs ?? NaN;
    expect(began).toBeGreaterThanOrEqual(1600);
    expect(began).toBeLessThan(1720);
    expect(done.at(-1)?.smile).toBe(1);
  });

  it('never jumps: no frame differs from the last by more than a quick muscle can', () => {
    const order = ['neutral', 'turn-left', 'none', 'smile', 'turn-right', 'none'] as const;
    const done = live((t) => order[Math.floor(t / 1100) % order.length] ?? 'none', 15_000);
    const steps = done.slice(1).map(({ smile, turn }, i) => {
      const before = done[i];
      return Math.hypot(smile - (before?.smile ?? 0), turn - (before?.turn ?? 0));
    });
    expect(Math.max(...steps)).toBeLessThan(0.35);
    expect(Math.max(...done.map(({ turn }) => Math.abs(turn)))).toBeGreaterThan(0.9);
  });

  it('lets go and tries again when the prompt stays', () => {
    const done = live((t) => (t < 500 ? 'neutral' : 'smile'), 6000);
    const resting = done.filter(({ tMs, smile }) => tMs > 2000 && smile === 0);
    expect(resting.length).toBeGreaterThan(5);
    expect(done.at(-1)?.smile).toBe(1);
  });
});

describe('swayAt', () => {
  it('stays within its amount and is never the same on the next frame', () => {
    for (let t = 0; t < 20_000; t += 33) {
      const [one, next] = [swayAt(t, 0.3, 2), swayAt(t + 33, 0.3, 2)];
      expect(Math.hypot(one.x, one.y)).toBeLessThan(3);
      expect(next).not.toEqual(one);
    }
  });

  it('is a statue at amount 0', () => {
    const { x, y, roll, scale } = swayAt(1234, 0.3, 0);
    expect([Math.abs(x), Math.abs(y), Math.abs(roll), scale]).toEqual([0, 0, 0, 1]);
  });
});

describe('seeded', () => {
  it('repeats for a seed and differs between seeds', () => {
    const take = (seed: number) => Array.from({ length: 5 }, seeded(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('spreads evenly between 0 and 1', () => {
    const random = seeded(3);
    const values = Array.from({ length: 10_000 }, random);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
  });
});
