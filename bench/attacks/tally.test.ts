import { describe, expect, it } from 'vitest';
import { attackFigures, checkFigures, genuineFigures, type GenuineTry, type Try } from './tally';

const refusedTry: Try = {
  length: 'short',
  accepted: false,
  reason: 'try-again',
  failed: ['rigid'],
  colour: 'silent',
};
const heldTry: Try = {
  length: 'long',
  accepted: true,
  reason: 'held',
  failed: [],
  colour: 'answered',
};

describe('attackFigures', () => {
  it('counts what went through, by challenge and by reason', () => {
    expect(attackFigures([refusedTry, refusedTry, refusedTry, heldTry])).toMatchObject({
      tried: 4,
      accepted: 1,
      apcer: 0.25,
      byChallenge: { short: { tried: 3, accepted: 0 }, long: { tried: 1, accepted: 1 } },
      reasons: { 'try-again': 3, held: 1 },
      colours: { silent: 3, answered: 1 },
    });
  });

  it('says nothing good of a kind that was never tried', () => {
    expect(attackFigures([])).toMatchObject({ tried: 0, apcer: 0, apcerUpper95: 1 });
  });
});

describe('genuineFigures', () => {
  it('takes times of accepted people of the measured reaction only', () => {
    const person = (faceCheckMs: number, accepted = true): GenuineTry => ({
      ...heldTry,
      length: 'short',
      accepted,
      face: 'ana',
      faceCheckMs,
    });
    const figures = genuineFigures([person(2000), person(NaN), person(2400), person(9000, false)]);
    expect(figures).toMatchObject({ faces: 1, tried: 4, refused: 1, bpcer: 0.25 });
    expect(figures.medianMs.short).toBe(2200);
  });
});

describe('checkFigures', () => {
  it('says which check stopped which kind how often', () => {
    const tries = { photo: [refusedTry, refusedTry], film: [refusedTry, heldTry] };
    expect(checkFigures(tries)).toEqual({ rigid: { photo: 2, film: 1 } });
  });
});
