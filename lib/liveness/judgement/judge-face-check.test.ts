import { describe, expect, it } from 'vitest';
import { chooseSteps, type ChallengeStep } from '../challenge';
import { chooseColours } from '../colours';
import type { Evidence } from '../evidence';
import { actedEvidence, challengeOf, descriptorOf, type Manner } from '../evidence.fixture';
import { JUDGEMENT_POLICY } from '@/lib/liveness/policy';
import { judgeFaceCheck } from './judge-face-check';

const SHORT: readonly ChallengeStep[] = [
  { kind: 'neutral', delayMs: 0 },
  { kind: 'smile', delayMs: 300 },
];
const LONG: readonly ChallengeStep[] = [
  ...SHORT,
  { kind: 'turn-right', delayMs: 400 },
  { kind: 'turn-left', delayMs: 700 },
];
const COLOURS = chooseColours(pseudoRandom(7));
const short = challengeOf(SHORT, COLOURS);
const long = challengeOf(LONG, COLOURS);
const ELAPSED_MS = 40_000;

function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function failing(of: typeof short, evidence: Evidence, elapsedMs = ELAPSED_MS): string[] {
  const { checks, decision } = judgeFaceCheck(of, evidence, elapsedMs, JUDGEMENT_POLICY);
  const names = checks.filter((check) => !check.passed).map(({ name }) => name);
  expect(decision.kind).toBe(names.length === 0 ? 'accept' : 'refuse');
  return names;
}

const acted = (of: typeof short, manner: Partial<Manner> = {}) =>
  structuredClone(actedEvidence(of, descriptorOf(1), 'test-model', manner));

describe('somebody who does what is asked', () => {
  it.each([300, 600, 1_200])('is believed, reacting after %d ms', (reactionMs) => {
    expect(failing(short, acted(short, { reactionMs }))).toEqual([]);
    expect(failing(long, acted(long, { reactionMs }))).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is believed in every order of the steps (%d)', (seed) => {
    const challenge = challengeOf(chooseSteps('long', pseudoRandom(seed * 7919)), COLOURS);
    expect(failing(challenge, acted(challenge))).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6])('is believed without colours after a thorough one (%d)', (seed) => {
    const thorough = challengeOf(chooseSteps('thorough', pseudoRandom(seed * 7919)));
    expect(failing(thorough, acted(thorough))).toEqual([]);
    expect(failing(thorough, acted(thorough, { reactionMs: 2_400 }))).toEqual(['odds-of-life']);
  });

  it('is asked for more where the room is too bright for the colours', () => {
    expect(failing(short, acted(short, { screenLight: 0 }))).toEqual(['odds-of-life']);
    expect(failing(long, acted(long, { screenLight: 0 }))).toEqual(['odds-of-life']);
  });

  it('may take its time, when the colours vouch for it', () => {
    expect(failing(short, acted(short, { reactionMs: 3_500 }))).toEqual([]);
    expect(failing(long, acted(long, { reactionMs: 3_500 }))).toEqual([]);
  });

  it('may have a passer-by behind, as long as nothing is asked for', () => {
    const evidence = acted(long);
    const pause = evidence.prompts[2]?.shownAtMs ?? NaN;
    const passing = evidence.frames.filter(({ tMs }) => tMs > pause - 320 && tMs < pause - 160);
    expect(passing.length).toBeGreaterThan(2);
    passing.forEach((frame) => (frame.faces = 2));
    expect(failing(long, evidence)).toEqual([]);
  });

  it('is compared by the frontal descriptors only', () => {
    const evidence = acted(long);
    evidence.descriptors.forEach((each) => {
      if (each.step > 1) each.values = descriptorOf(1).map((value) => value * 1.1);
    });
    const { probe } = judgeFaceCheck(long, evidence, ELAPSED_MS, JUDGEMENT_POLICY);
    expect([...probe]).toEqual([...descriptorOf(1)]);
  });
});

type Edit = (evidence: Evidence) => void;
const inStep = ({ frames }: Evidence, index: number) => frames.filter(({ step }) => step === index);

describe('what is not believed', () => {
  it.each<[string, Edit, string]>([
    [
      'somebody who never smiles',
      (e) => inStep(e, 1).forEach((f) => (f.happy = 0)),
      'smile-frames',
    ],
    [
      'a happy verdict without a wider mouth',
      (e) => inStep(e, 1).forEach((f) => (f.landmarks = e.frames[0]?.landmarks ?? [])),
      'smile-frames',
    ],
    [
      'a face that smiles from the start',
      (e) => e.frames.forEach((f) => (f.happy = 1)),
      'neutral-frames',
    ],
    [
      'a smile before anybody could react',
      (e) => e.prompts.forEach((p) => (p.shownAtMs += p.step * 550)),
      'smile-reaction-min-ms',
    ],
    [
      'a smile that comes far too late',
      (e) => inStep(e, 1).forEach((f) => (f.tMs += 6000)),
      'smile-reaction-max-ms',
    ],
    [
      'another person half-way',
      (e) => e.descriptors.forEach((d, i) => (d.values = descriptorOf(1 + i))),
      'same-person-smile',
    ],
    [
      'a clock that runs backwards',
      (e) => e.frames.forEach((f) => (f.tMs = 2000 - f.tMs)),
      'clock-step-ms',
    ],
    [
      'one frame copied',
      (e) => e.frames.forEach((f) => (f.landmarks = e.frames[0]?.landmarks ?? [])),
      'copied-frames',
    ],
    [
      'a face that jumps across the picture',
      (e) => e.frames[5] && (e.frames[5].box = [0, 0, 200, 200]),
      'box-jump',
    ],
    [
      'a face that is suddenly nearer',
      (e) =>
        e.frames.slice(9).forEach((f) => (f.landmarks = f.landmarks.map((value) => value * 1.5))),
      'box-growth',
    ],
    [
      'more than two seconds that nobody saw',
      (e) => e.frames.slice(9).forEach((f) => (f.tMs += 2500)),
      'frame-hole-ms',
    ],
    ['three frames a second', (e) => e.frames.forEach((f) => (f.tMs *= 9)), 'frame-gap-ms'],
    ['steps in another order', (e) => e.frames.reverse(), 'steps-backward'],
    ['a step that was never shown', (e) => e.prompts.pop(), 'steps-prompted'],
    [
      'a descriptor of a frame that is not in the trace',
      (e) => e.descriptors[1] && (e.descriptors[1].tMs = 1),
      'smile-descriptors',
    ],
    [
      'one descriptor too many, of no frame',
      (e) => e.descriptors.push({ step: 1, tMs: 3.3, values: descriptorOf(1) }),
      'smile-descriptors-untraced',
    ],
    [
      'an instruction shown before its delay',
      (e) => e.prompts[1] && (e.prompts[1].shownAtMs = 100),
      'prompts-hurried',
    ],
    [
      'frames said to be of an earlier prompt',
      (e) => inStep(e, 1).forEach((f) => (f.step = 0)),
      'frames-misplaced',
    ],
    [
      'more colours than were asked for',
      (e) => (e.coloursShownAtMs = Array.from({ length: 60 }, (_, i) => i * 10)),
      'colours-surplus',
    ],
    ['the dark', (e) => e.frames.forEach((f) => (f.light = 20)), 'light'],
  ])('%s', (_, edit, check) => {
    const evidence = acted(short);
    edit(evidence);
    expect(failing(short, evidence)).toContain(check);
  });

  it('two people, of whom one does all that is asked', () => {
    for (const challenge of [short, long]) {
      expect(failing(challenge, acted(challenge, { faces: 2 }))).toEqual(
        expect.arrayContaining(['neutral-frames', 'smile-frames', 'company-described']),
      );
    }
  });

  it('a trace that is longer than the time that passed', () => {
    expect(failing(short, acted(short), 500)).toEqual(['trace-beyond-elapsed-ms']);
  });

  it('a turn to the other side', () => {
    expect(failing(long, acted(long, { turn: -0.4 }))).toEqual(
      expect.arrayContaining(['turn-left-frames', 'turn-right-other-acts']),
    );
  });

  it('a picture on a sheet, however it is turned', () => {
    expect(failing(long, acted(long, { depth: 0, turn: 1 }))).toEqual(
      expect.arrayContaining(['smile-frames', 'turn-left-frames']),
    );
  });

  it('a face that shines by itself, after the short challenge', () => {
    expect(failing(short, acted(short, { screenLight: 0 }))).toEqual(['odds-of-life']);
    const printed = { screenLight: 0.05, wallLight: 0.05 };
    expect(failing(short, acted(short, printed))).toEqual(['odds-of-life']);
  });

  it('a smile while nothing was asked for', () => {
    const evidence = acted(long);
    const [smiling] = inStep(evidence, 1).filter(({ happy }) => happy > 0.9);
    // After the last turn to the left the long face check ends; the one to the right has a rest.
    const rest = inStep(evidence, 2).slice(-9, -4);
    rest.forEach((frame) => {
      frame.happy = 1;
      frame.landmarks = smiling?.landmarks.map((value, i) => value + (i + frame.tMs) / 1e4) ?? [];
    });
    expect(failing(long, evidence)).toContain('turn-right-other-acts');
  });
});

describe('what the person is told', () => {
  it('is to look for more light, or nothing in particular', () => {
    const dark = acted(short);
    dark.frames.forEach((frame) => (frame.light = 20));
    const told = (evidence: Evidence) =>
      judgeFaceCheck(short, evidence, ELAPSED_MS, JUDGEMENT_POLICY).decision;
    expect(told(dark)).toEqual({ kind: 'refuse', reason: 'more-light' });
    expect(told(acted(short, { screenLight: 0 }))).toEqual({ kind: 'refuse', reason: 'try-again' });
  });
});
