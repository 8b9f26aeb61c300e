import { describe, expect, it } from 'vitest';
import { EXPRESSION } from '@/models/expression/model';
import { exampleFace } from './example-face';
import { isCalm, isSmile, learnCalmFace, mouthRise, type CalmFace } from './smile';

const CALM = exampleFace();
const { happyMin, mouthRiseMin, wideHappyMin, wideMouthRiseMin } = EXPRESSION.thresholds.smile;

function face(happy: number, mouthWidth: number) {
  return exampleFace({ expression: { neutral: 1 - happy, happy }, mouthWidth });
}

describe('isSmile', () => {
  const calm: CalmFace = { mouthWidth: 0.8, noseOffset: 0, frames: 5 };

  it.each([
    ['both', happyMin + 0.01, 0.8 + mouthRiseMin + 0.01, true],
    ['a wide mouth and half a yes', wideHappyMin + 0.01, 0.8 + wideMouthRiseMin + 0.01, true],
    ['half a yes and a mouth hardly wider', wideHappyMin + 0.01, 0.8 + mouthRiseMin + 0.01, false],
    ['only the network', 1, 0.8, false],
    ['only the mouth', 0.1, 1.1, false],
    ['neither', 0, 0.8, false],
    ['a narrower mouth', 1, 0.6, false],
  ])('needs both signs: %s', (_, happy, mouthWidth, expected) => {
    expect(isSmile(face(happy, mouthWidth), calm)).toBe(expected);
  });

  it('measures against the own face, not against everybody', () => {
    const wideMouthed: CalmFace = { mouthWidth: 1, noseOffset: 0, frames: 5 };
    expect(isSmile(face(1, 1), wideMouthed)).toBe(false);
    expect(isSmile(face(1, 1), calm)).toBe(true);
  });
});

describe('learnCalmFace', () => {
  it('is the mean of what it saw', () => {
    const seen = [0.8, 0.82, 0.84].reduce<CalmFace | null>(
      (calm, width) => learnCalmFace(calm, face(0, width)),
      null,
    );
    expect(seen?.mouthWidth).toBeCloseTo(0.82, 9);
    expect(seen?.frames).toBe(3);
  });

  it('keeps following slowly after many frames', () => {
    let calm = learnCalmFace(null, face(0, 0.8));
    for (let i = 0; i < 200; i += 1) calm = learnCalmFace(calm, face(0, 0.9));
    expect(calm.mouthWidth).toBeGreaterThan(0.89);
    const after = learnCalmFace(calm, face(0, 0.6));
    expect(calm.mouthWidth - after.mouthWidth).toBeLessThan(0.02);
    expect(mouthRise(face(0, 0.6), calm)).toBeLessThan(0);
  });
});

describe('isCalm', () => {
  it('is about the smile, not about what else the network sees', () => {
    expect(isCalm(exampleFace({ expression: { neutral: 0.01, happy: 0.02 } }))).toBe(true);
    expect(isCalm(exampleFace({ expression: { neutral: 0.5, happy: 0.5 } }))).toBe(false);
    expect(isCalm(CALM)).toBe(true);
  });
});
