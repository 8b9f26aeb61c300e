import { describe, expect, it } from 'vitest';
import type { Descriptor } from '@/lib/recognition/descriptor';
import { actedEvidence, challengeOf, descriptorOf } from '../evidence.fixture';
import type { StepKind } from '../step-kinds';
import { judgementPolicyFor } from '../policy';
import { checkSamePerson, descriptorsToConfirm, frontalSteps } from './continuity';

const KINDS: readonly StepKind[] = ['neutral', 'smile', 'turn-left'];
const CHALLENGE = challengeOf(KINDS.map((kind) => ({ kind, delayMs: 300 })));
const FACE = descriptorOf(1);

function movedBy(distance: number): Descriptor {
  return FACE.map((value, i) => (i === 0 ? value + distance : value));
}

/** A face check whose descriptors lie so far from the own face, several a step or one. */
function capture(places: Partial<Record<StepKind, readonly number[]>>) {
  const evidence = actedEvidence(CHALLENGE, FACE);
  const descriptors = evidence.descriptors.flatMap((each) => {
    const kind = KINDS[each.step] ?? 'neutral';
    return (places[kind] ?? [0]).map((distance) => ({ ...each, values: movedBy(distance) }));
  });
  return { ...evidence, descriptors };
}

describe('checkSamePerson', () => {
  it.each([
    ['payment', {}, []],
    ['payment', { smile: [0.5] }, []],
    ['payment', { smile: [0.1, 0.56] }, ['same-person-smile']],
    ['payment', { 'turn-left': [0.49] }, []],
    ['payment', { 'turn-left': [0.51] }, ['same-person-turn']],
    // Against their mean, which is 0.32 away from the others.
    ['payment', { neutral: [0, 0, 0.48] }, []],
    ['payment', { neutral: [0, 0, 0.6] }, ['same-person-neutral']],
    ['enrolment', { smile: [0.44] }, []],
    ['enrolment', { smile: [0.46] }, ['same-person-smile']],
  ] as const)('%s, %j', (purpose, places, expected) => {
    const { person } = judgementPolicyFor(purpose);
    const checks = checkSamePerson(CHALLENGE, capture(places), person);
    expect(checks.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual(expected);
  });

  it('does not pass without a neutral face', () => {
    const { person } = judgementPolicyFor('payment');
    const checks = checkSamePerson(CHALLENGE, capture({ neutral: [] }), person);
    expect(checks.filter(({ passed }) => passed)).toEqual([]);
  });
});

describe('descriptorsToConfirm', () => {
  it.each([
    [{ smile: [0.44] }, 0],
    [{ smile: [0.46] }, 2],
    // One of several is enough, and then all of them are.
    [{ neutral: [0, 0, 0], smile: [0.1, 0.46] }, 5],
    [{ 'turn-left': [0.49] }, 0],
    [{ neutral: [], smile: [0.1] }, 1],
  ])('%j: %d', (places, count) => {
    const { person } = judgementPolicyFor('payment');
    expect(descriptorsToConfirm(CHALLENGE, capture(places), person)).toHaveLength(count);
  });
});

describe('frontalSteps', () => {
  const placesOf = (places: Parameters<typeof capture>[0]) =>
    frontalSteps(CHALLENGE, capture(places)).map(([first = NaN]) => first - (FACE[0] ?? NaN));

  it.each([
    ['one each', { smile: [0.4] }, [0, 0.4]],
    [
      'three calm frames weigh no more than one smile',
      { neutral: [0, 0.1, 0.2], smile: [0.4] },
      [0.1, 0.4],
    ],
    ['a turned face does not count', { 'turn-left': [0.4] }, [0, 0]],
    ['unless there is nothing else', { neutral: [], smile: [], 'turn-left': [0.4] }, [0.4]],
  ])('%s', (_, places, expected) => {
    expect(placesOf(places)).toEqual(expected.map((place) => expect.closeTo(place, 5) as number));
  });
});
