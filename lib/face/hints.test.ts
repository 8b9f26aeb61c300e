import { describe, expect, it } from 'vitest';
import { followHint, NO_HINT } from './hints';
import type { HintCode } from './quality';

const FRAME_MS = 40;

/** What is shown after each frame; one letter a frame: c come-closer, l more-light, . none. */
function shown(film: string): string {
  const codes: Readonly<Record<string, HintCode | null>> = {
    c: 'come-closer',
    l: 'more-light',
    '.': null,
  };
  let hint = NO_HINT;
  return [...film]
    .map((letter, i) => {
      hint = followHint(hint, codes[letter] ?? null, i * FRAME_MS);
      return Object.keys(codes).find((key) => codes[key] === hint.shown);
    })
    .join('');
}

describe('followHint', () => {
  it('shows what is wanted for 300 ms', () => {
    expect(shown('c'.repeat(12))).toBe('........cccc');
  });

  it.each(['c.', 'cl', 'ccc.', 'cccl', 'cc..ll'])(
    'shows nothing while frames flicker: %s',
    (film) => {
      expect(shown(film.repeat(20))).not.toMatch(/[cl]/);
    },
  );

  it('keeps a hint long enough to be read, whatever comes', () => {
    const film = shown('c'.repeat(10) + '.'.repeat(40));
    const [run] = film.match(/c+/) ?? [''];
    expect(run.length * FRAME_MS).toBeGreaterThanOrEqual(900);
    expect(film.endsWith('.')).toBe(true);
  });

  it('changes at most once in 900 ms', () => {
    const film = shown('ccccccccccllllllllll'.repeat(10));
    const changes = [...film].flatMap((letter, i) => (i > 0 && letter !== film[i - 1] ? [i] : []));
    changes.slice(1).forEach((at, i) => {
      expect((at - (changes[i] ?? 0)) * FRAME_MS).toBeGreaterThanOrEqual(900);
    });
    expect(changes.length).toBeGreaterThan(2);
  });
});
