import { describe, expect, it } from 'vitest';
import { COLOUR_SLOT_MS } from '@/lib/liveness/colours';
import { colourOf, newTape, wind, type ColourTape } from './colour-tape';

function windThrough(times: readonly number[], tape: ColourTape): ColourTape {
  return times.reduce(wind, tape);
}

describe('the colours of the screen', () => {
  it('come one after the other, in the order of the challenge', () => {
    let tape = newTape(['sky', 'rose', 'mint']);
    expect(colourOf(tape)).toBeNull();
    const seen = [0, 399, 400, 650, 805, 1300].map((nowMs) => {
      tape = wind(tape, nowMs);
      return colourOf(tape);
    });
    expect(seen).toEqual(['sky', 'sky', 'rose', 'rose', 'mint', 'mint']);
    expect(tape.shownAtMs).toEqual([0, 400, 805]);
  });

  it('never change faster than two and a half times a second, even after a long task', () => {
    const times = Array.from({ length: 400 }, (_, i) => (i < 20 ? i * 30 : 3_000 + i * 7));
    const { shownAtMs } = windThrough(times, newTape(Array(40).fill('sky')));
    const gaps = shownAtMs.slice(1).map((at, i) => at - (shownAtMs[i] ?? NaN));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(COLOUR_SLOT_MS);
  });

  it('are none where none were asked for', () => {
    expect(colourOf(windThrough([0, 500, 1000], newTape([])))).toBeNull();
  });
});
