import { describe, expect, it } from 'vitest';
import type { Encounter } from './play';
import { barsOf, reportOf } from './report';

function encounters(
  world: Encounter['world'],
  kinds: Partial<Record<Encounter['kind'], number>>,
  [claimed, visitor]: readonly [string, string] = ['ana', world === 'genuine' ? 'ana' : 'ben'],
): Encounter[] {
  return Object.entries(kinds).flatMap(([kind, count]) =>
    Array<Encounter>(count).fill({
      world,
      claimed,
      visitor,
      kind: kind as Encounter['kind'],
    }),
  );
}

const OTHERS = (['enrolled', 'unknown', 'lonely'] as const).flatMap((world) =>
  encounters(world, { unknown: 10, 'step-up': 5 }),
);

describe('reportOf', () => {
  const report = reportOf([
    ...encounters('genuine', { accept: 98, 'step-up': 2 }),
    ...OTHERS,
    ...encounters('lonely', { accept: 1 }, ['cem', 'ben']),
  ]);

  it('counts honest people and others apart', () => {
    expect(report.outright).toMatchObject({ count: 98, of: 100 });
    expect(report.stepUp).toMatchObject({ count: 2, of: 100 });
    expect(report.refused).toMatchObject({ count: 0, of: 100 });
    expect(report.falseAccepts.enrolled).toMatchObject({ count: 0, of: 15 });
    expect(report.falseAccepts.lonely).toMatchObject({ count: 1, of: 16 });
    expect(report.falseStepUps.unknown).toMatchObject({ count: 5, of: 15 });
  });

  it('looks at a group alone', () => {
    const within = reportOf(
      [...encounters('enrolled', { accept: 1 }, ['ana', 'zoe']), ...OTHERS],
      ['ana', 'ben'],
    );
    expect(within.falseAccepts.enrolled).toMatchObject({ count: 0, of: 15 });
    expect(within.outright).toBeUndefined();
  });
});

describe('barsOf', () => {
  const holds = (given: readonly Encounter[], group = given) =>
    barsOf(reportOf(given), reportOf(group))
      .filter((bar) => !bar.holds)
      .map(({ name }) => name);
  const honest = encounters('genuine', { accept: 990, 'step-up': 9, unknown: 1 });

  it.each([
    ['all is well', [...honest, ...OTHERS], []],
    [
      'too many are stepped up',
      [...encounters('genuine', { accept: 97, 'step-up': 3 }), ...OTHERS],
      ['outright'],
    ],
    [
      'too many are refused',
      [...encounters('genuine', { accept: 990, unknown: 10 }), ...OTHERS],
      ['refused'],
    ],
    [
      'one stranger pays',
      [...honest, ...OTHERS, ...encounters('unknown', { accept: 1 })],
      ['false-accepts', 'false-accepts-in-group'],
    ],
    ['nobody tried', [], ['outright', 'refused', 'false-accepts', 'false-accepts-in-group']],
  ])('%s', (_, given, failing) => {
    expect(holds(given)).toEqual(failing);
  });
});
