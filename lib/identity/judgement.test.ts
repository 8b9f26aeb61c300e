import { describe, expect, it } from 'vitest';
import { chooseSteps, type ChallengeStep } from './challenge';
import type { CaptureEvidence } from './evidence';
import { actedEvidence, challengeOf, descriptorOf } from './evidence.fixture';
import { judgeCapture } from './judgement';
import { JUDGEMENT_POLICY } from './policy';

const steps: readonly ChallengeStep[] = [
  { kind: 'neutral', delayMs: 0 },
  { kind: 'smile', delayMs: 300 },
];
const ELAPSED_MS = 10_000;

function failing(evidence: CaptureEvidence, of = steps, elapsedMs = ELAPSED_MS): string[] {
  const { checks, passed } = judgeCapture(
    { steps: of, colours: [] },
    evidence,
    elapsedMs,
    JUDGEMENT_POLICY,
  );
  const names = checks.filter((check) => !check.passed).map(({ name }) => name);
  expect(passed).toBe(names.length === 0);
  return names;
}

const honest = () => structuredClone(actedEvidence(challengeOf(steps)));

describe('judgeCapture', () => {
  it('believes an honest capture', () => {
    expect(failing(honest())).toEqual([]);
  });

  it.each([0.1, 0.9])('believes every enrolment that can be asked for (%d)', (random) => {
    const enrolment = chooseSteps('long', () => random);
    expect(failing(actedEvidence(challengeOf(enrolment)), enrolment)).toEqual([]);
  });

  it('compares the frontal descriptors only', () => {
    const { probe } = judgeCapture({ steps, colours: [] }, honest(), ELAPSED_MS, JUDGEMENT_POLICY);
    expect([...probe]).toEqual([...descriptorOf(1)]);
  });

  const change = (edit: (evidence: CaptureEvidence) => void) => {
    const evidence = honest();
    edit(evidence);
    return evidence;
  };
  const smiling = ({ frames }: CaptureEvidence) => frames.filter(({ step }) => step === 1);

  it.each<[string, CaptureEvidence, string]>([
    [
      'somebody who never smiles',
      change((e) => smiling(e).forEach((f) => (f.expression = { neutral: 1, happy: 0 }))),
      'smile-frames',
    ],
    [
      'a happy verdict without a wider mouth',
      change((e) => smiling(e).forEach((f) => (f.landmarks = e.frames[0]?.landmarks ?? []))),
      'smile-frames',
    ],
    [
      'a face that smiles from the start',
      change((e) => e.frames.forEach((f) => (f.expression = { neutral: 0, happy: 1 }))),
      'neutral-frames',
    ],
    [
      'a smile before anybody could react',
      change((e) => e.prompts.forEach((p, i) => (p.shownAtMs += i * 550))),
      'smile-reaction-min-ms',
    ],
    [
      'a smile that comes far too late',
      change((e) => smiling(e).forEach((f) => (f.tMs += 6000))),
      'smile-reaction-max-ms',
    ],
    [
      'another person half-way',
      change((e) => e.descriptors.forEach((d, i) => (d.values = descriptorOf(1 + i)))),
      'same-person',
    ],
    [
      'a clock that runs backwards',
      change((e) => e.frames.forEach((f) => (f.tMs = 2000 - f.tMs))),
      'clock-step-ms',
    ],
    [
      'one frame repeated',
      change((e) => e.frames.forEach((f) => (f.landmarks = e.frames[0]?.landmarks ?? []))),
      'repeated-frames',
    ],
    [
      'a face that jumps across the picture',
      change((e) => e.frames[5] && (e.frames[5].box = [0, 0, 200, 200])),
      'box-jump',
    ],
    ['steps in another order', change((e) => e.frames.reverse()), 'steps-backward'],
    ['a step that was never shown', change((e) => e.prompts.pop()), 'steps-prompted'],
    [
      'a descriptor of a frame that is not in the trace',
      change((e) => e.descriptors[1] && (e.descriptors[1].tMs = 1)),
      'smile-descriptors',
    ],
    [
      'an instruction shown before its delay',
      change((e) => e.prompts[1] && (e.prompts[1].shownAtMs = 100)),
      'prompts-hurried',
    ],
  ])('does not believe %s', (_, evidence, check) => {
    expect(failing(evidence)).toContain(check);
  });

  it('does not believe a trace that is longer than the time that passed', () => {
    expect(failing(honest(), steps, 500)).toEqual(['trace-beyond-elapsed-ms']);
  });

  it('does not believe a turn to the other side', () => {
    const asked: ChallengeStep[] = [
      { kind: 'neutral', delayMs: 0 },
      { kind: 'turn-left', delayMs: 100 },
    ];
    const acted = asked.map((step, i): ChallengeStep =>
      i === 1 ? { ...step, kind: 'turn-right' } : step,
    );
    expect(failing(actedEvidence(challengeOf(acted)), asked)).toContain('turn-left-frames');
  });
});
