import { describe, expect, it } from 'vitest';
import { EMBEDDER } from '@/models/embedder/model';
import { DESCRIPTOR_LENGTH, euclidean, type Descriptor } from './descriptor';
import { checkSameFace, enrolmentOf, templateOf, withPicture } from './enrolment';

const { alikeMax, originalMax, laterMax } = EMBEDDER.enrolment;

/** A descriptor at these coordinates, and zero beyond. */
function at(...values: readonly number[]): Descriptor {
  return Float32Array.from({ length: DESCRIPTOR_LENGTH }, (_, i) => values[i] ?? 0);
}

const FAR = alikeMax * 1.5;
const NEAR = alikeMax * 0.5;

describe('an enrolment', () => {
  it('asks for three pictures', () => {
    expect(enrolmentOf([])).toEqual({ kind: 'unfinished', missing: 3, alike: false });
    expect(enrolmentOf([at()])).toEqual({ kind: 'unfinished', missing: 2, alike: false });
    expect(enrolmentOf([at(), at(FAR)])).toEqual({ kind: 'unfinished', missing: 1, alike: false });
  });

  it('says when the latest picture looks like an earlier one', () => {
    expect(enrolmentOf([at(), at(NEAR)])).toEqual({ kind: 'unfinished', missing: 1, alike: true });
  });

  it('is complete with three that differ', () => {
    const taken = [at(), at(FAR), at(0, FAR)];
    expect(enrolmentOf(taken)).toEqual({ kind: 'complete', pictures: taken });
  });

  it('asks for a fourth when two are alike, and takes the three that differ most', () => {
    const three = [at(), at(NEAR), at(0, FAR)];
    expect(enrolmentOf(three)).toEqual({ kind: 'unfinished', missing: 1, alike: false });
    const last = at(-FAR);
    expect(enrolmentOf([...three, last])).toEqual({
      kind: 'complete',
      pictures: [at(NEAR), at(0, FAR), last],
    });
  });

  it('asks for no fifth', () => {
    const alike = [at(), at(NEAR), at(0, NEAR), at(0, 0, NEAR)];
    expect(enrolmentOf(alike)).toMatchObject({ kind: 'complete' });
  });

  it('is compared by its mean, in which each picture weighs the same', () => {
    expect(euclidean(templateOf([at(0.3), at(), at()]), at(0.1))).toBeCloseTo(0, 6);
  });

  it.each([
    ['the first picture', [], at(9), true],
    ['one near to the mean', [at(), at(0.2)], at(0.1 + originalMax - 0.01), true],
    ['one that is too far', [at(), at(0.2)], at(0.1 + originalMax + 0.01), false],
    ['what is no number', [at()], at(NaN), false],
  ])('takes %s: %#', (_, original, next, passed) => {
    expect(checkSameFace(original, next).passed).toBe(passed);
  });
});

describe('a picture added later', () => {
  const original = [at(), at(0.1), at(0, 0.1)];

  it('is added when it is near to the enrolment', () => {
    expect(withPicture(original, at(0.2))).toEqual([...original, at(0.2)]);
  });

  it('is refused where the enrolment has fewer pictures: they could not be told from later ones', () => {
    expect(withPicture([at(), at(0.1)], at(0.05))).toBeUndefined();
  });

  it('is refused when it is near to what was added only: the template cannot drift away', () => {
    let pictures: readonly Descriptor[] = original;
    let refused = 0;
    for (let step = 1; step <= 20; step += 1) {
      const next = withPicture(pictures, at(0.05 * step));
      if (next) pictures = next;
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(10);
    expect(euclidean(templateOf(pictures), templateOf(original))).toBeLessThan(originalMax);
  });

  it('takes the place of the oldest added one', () => {
    let pictures: readonly Descriptor[] = original;
    for (let i = 1; i <= laterMax + 2; i += 1) {
      pictures = withPicture(pictures, at(0, 0.01 * i)) ?? [];
    }
    expect(pictures).toHaveLength(3 + laterMax);
    expect(pictures.slice(0, 3)).toEqual(original);
    expect(pictures[3]).toEqual(at(0, 0.03));
  });
});
