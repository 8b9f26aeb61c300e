import { describe, expect, it } from 'vitest';
import { chooseColours, type ScreenColour } from '../colours';
import { actedEvidence, challengeOf, type Manner } from '../evidence.fixture';
import { JUDGEMENT_POLICY } from '@/lib/liveness/policy';
import { colourAnswer } from './colour-answer';
import { readTrace } from './trace';

const STEPS = [
  { kind: 'neutral', delayMs: 0 },
  { kind: 'smile', delayMs: 500 },
] as const;

function answerOf(manner: Partial<Manner>, colours: readonly ScreenColour[] = COLOURS) {
  const challenge = challengeOf(STEPS, colours);
  const evidence = actedEvidence(challenge, undefined, undefined, manner);
  const trace = readTrace(challenge, evidence, JUDGEMENT_POLICY.acts);
  return colourAnswer(challenge, evidence, trace, JUDGEMENT_POLICY.colour);
}

const COLOURS = chooseColours(() => 0.37);

describe('the answer of the skin', () => {
  it.each([0.02, 0.05, 0.2])('is heard when the light of the screen comes back (%d)', (light) => {
    const answer = answerOf({ screenLight: light });
    expect(answer.kind).toBe('answered');
  });

  it.each<[string, Partial<Manner>]>([
    ['a film, which shines by itself', { screenLight: 0, wallLight: 0 }],
    ['a printed photo, whose own wall answers alike', { screenLight: 0.05, wallLight: 0.05 }],
    ['a wall that answers where the face does not', { screenLight: 0, wallLight: 0.05 }],
    ['a negative of the colours', { screenLight: -0.05 }],
  ])('is missing in %s', (_, manner) => {
    expect(answerOf(manner).kind).toBe('silent');
  });

  it('is missing when another sequence was shown than was asked for', () => {
    const challenge = challengeOf(STEPS, COLOURS);
    const evidence = actedEvidence(challenge);
    const other = challengeOf(STEPS, [...COLOURS.slice(1), ...COLOURS.slice(0, 1)]);
    const trace = readTrace(other, evidence, JUDGEMENT_POLICY.acts);
    expect(colourAnswer(other, evidence, trace, JUDGEMENT_POLICY.colour).kind).toBe('silent');
  });

  it('is not asked for where the challenge has no colours', () => {
    expect(answerOf({}, [])).toEqual({ kind: 'unasked' });
  });

  it('is missing where hardly any were shown, or said to be', () => {
    expect(answerOf({}, COLOURS.slice(0, 2)).kind).toBe('silent');
  });
});
