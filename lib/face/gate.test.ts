import { describe, expect, it } from 'vitest';
import type { ChallengeStep } from '@/lib/liveness/challenge';
import type { StepKind } from '@/lib/liveness/step-kinds';
import { exampleFace, exampleFrame } from './example-face';
import {
  FACE_CHECK_TIMEOUT_MS,
  NO_FACE_TIMEOUT_MS,
  openGate,
  passTime,
  progressOf,
  promptOf,
  takeFrame,
  type GateState,
} from './gate';
import type { FaceObservation } from './observation';

const FRAME_MS = 40;

/** Expressions and poses by name, one letter a frame in the tables below. */
const CALM = exampleFace();
const FACES: Readonly<Record<string, FaceObservation | null>> = {
  n: CALM,
  s: smiling(0.99, 0.15),
  // The network says happy, the mouth does not: a wink, or light from the side.
  w: smiling(0.95, 0.01),
  // The mouth is wide, the network says no: speech.
  t: smiling(0.1, 0.15),
  L: turned(0.25),
  R: turned(-0.25),
  // A head that moves fast, so the picture is blurred.
  m: exampleFace({ motion: 0.3 }),
  '-': null,
};

function smiling(happy: number, rise: number): FaceObservation {
  const mouthWidth = CALM.mouthWidth + rise;
  return exampleFace({ expression: { neutral: 1 - happy, happy }, mouthWidth });
}

/** @param offset of the nose in eye distances; its depth is about 0.6 of one. */
function turned(offset: number): FaceObservation {
  return exampleFace({
    noseOffset: CALM.noseOffset + offset,
    pose: { yaw: Math.atan(offset / 0.6), pitch: 0, roll: 0 },
  });
}

function steps(...kinds: StepKind[]): ChallengeStep[] {
  return kinds.map((kind) => ({ kind, delayMs: 200 }));
}

interface Played {
  readonly state: GateState;
  /** The prompt after each frame: n, s, L, R, or . for none. */
  readonly prompts: string;
  readonly states: readonly GateState[];
}

function play(challenge: readonly ChallengeStep[], film: string, faceCount = 1): Played {
  const letters = { neutral: 'n', smile: 's', 'turn-left': 'L', 'turn-right': 'R' } as const;
  const states: GateState[] = [openGate(challenge, 0)];
  [...film].forEach((letter, i) => {
    const tMs = (i + 1) * FRAME_MS;
    const face = FACES[letter] ?? null;
    const frame = exampleFrame({ face, tMs, frameId: i, faceCount: face ? faceCount : 0 });
    states.push(takeFrame(states.at(-1) ?? openGate(challenge, 0), frame, tMs + 5));
  });
  const played = states.slice(1);
  const prompts = played.map((state) => {
    const prompt = promptOf(state);
    return prompt ? letters[prompt] : '.';
  });
  return {
    state: played.at(-1) ?? openGate(challenge, 0),
    prompts: prompts.join(''),
    states: played,
  };
}

const NEUTRAL_THEN_SMILE = steps('neutral', 'smile');

describe('the gate', () => {
  it('leads through neutral and smile, a pause before each', () => {
    const { prompts, state } = play(NEUTRAL_THEN_SMILE, 'n'.repeat(25) + 's'.repeat(8));
    expect(prompts).toMatch(/^\.{4}n+\.{4,6}s+\.+$/);
    expect(state.phase).toBe('done');
    expect(state.prompts.map(({ step }) => step)).toEqual([0, 1]);
  });

  it.each([
    ['who never smiles', 'n'.repeat(60)],
    ['a wink for a smile', 'n'.repeat(25) + 'w'.repeat(40)],
    ['speech for a smile', 'n'.repeat(25) + 't'.repeat(40)],
    ['a smile of three frames', ('n'.repeat(25) + 'sss').repeat(4)],
    ['a smile seen every other frame', 'n'.repeat(25) + 'sn'.repeat(30)],
    ['somebody who smiles all the time', 's'.repeat(60)],
    ['a smile that is blurred', 'n'.repeat(25) + 'm'.repeat(40)],
    ['a turn where a smile is asked for', 'n'.repeat(25) + 'L'.repeat(30)],
  ])('waits for %s', (_, film) => {
    expect(play(NEUTRAL_THEN_SMILE, film).state.phase).toBe('prompting');
  });

  it('asks for a smile only when the face is at rest', () => {
    // Neutral completes in frame 11, and the pause of 200 ms is over in frame 16.
    const early = play(NEUTRAL_THEN_SMILE, 'n'.repeat(11) + 's'.repeat(40));
    expect(early.state).toMatchObject({ phase: 'waiting', step: 1, hint: 'relax-face' });
    expect(early.state.prompts).toHaveLength(1);
    const again = play(
      NEUTRAL_THEN_SMILE,
      'n'.repeat(11) + 's'.repeat(20) + 'nnnnnn' + 's'.repeat(6),
    );
    expect(again.state.phase).toBe('done');
    expect(again.state.prompts[1]?.shownAtMs).toBeGreaterThan(31 * FRAME_MS);
  });

  it('asks for nothing new while nobody is there', () => {
    const gone = play(NEUTRAL_THEN_SMILE, 'n'.repeat(11) + '-'.repeat(40));
    expect(gone.state).toMatchObject({ phase: 'waiting', step: 1, hint: 'no-face' });
  });

  it.each<[StepKind, string, string]>([
    ['turn-left', 'L', 'R'],
    ['turn-right', 'R', 'L'],
  ])('takes a %s to the own side only', (kind, right, wrong) => {
    const challenge = steps(kind);
    expect(play(challenge, 'nnnnnnn' + right.repeat(4)).state.phase).toBe('done');
    expect(play(challenge, 'nnnnnnn' + wrong.repeat(30)).state.phase).toBe('prompting');
    // Turned from the start: look ahead first.
    const turnedAlready = play(challenge, right.repeat(30)).state;
    expect(turnedAlready).toMatchObject({ phase: 'waiting', hint: 'look-straight' });
  });

  it('stops at two faces, with a hint, and goes on with one', () => {
    const two = play(NEUTRAL_THEN_SMILE, 'n'.repeat(30), 2);
    expect(two.state).toMatchObject({ phase: 'prompting', step: 0, hint: 'one-face-only' });
    expect(progressOf(two.state)).toBe(0);
  });

  it('loses what was held when the face goes away', () => {
    const { state } = play(NEUTRAL_THEN_SMILE, 'nnnnnnnnn-');
    expect(state).toMatchObject({ phase: 'prompting', step: 0, heldFrames: 0, hint: 'no-face' });
  });

  it('tells who does nothing to do more, after a while', () => {
    const film = 'n'.repeat(20);
    expect(play(NEUTRAL_THEN_SMILE, film).state.hint).toBeNull();
    expect(play(NEUTRAL_THEN_SMILE, 'n'.repeat(80)).state.hint).toBe('smile-more');
    expect(play(steps('turn-left'), 'n'.repeat(80)).state.hint).toBe('turn-more');
  });

  it('shows progress that ends at one', () => {
    const { states } = play(NEUTRAL_THEN_SMILE, 'n'.repeat(25) + 's'.repeat(8));
    const values = states.map(progressOf);
    expect(values[0]).toBe(0);
    expect(values.at(-1)).toBe(1);
    values.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(values[i] ?? 0));
  });
});

describe('patience', () => {
  it('ends after 20 s without a face', () => {
    const open = openGate(NEUTRAL_THEN_SMILE, 0);
    expect(passTime(open, NO_FACE_TIMEOUT_MS - 1).phase).toBe('prompting');
    expect(passTime(open, NO_FACE_TIMEOUT_MS)).toMatchObject({
      phase: 'gave-up',
      reason: 'no-face',
    });
  });

  it('starts anew with every face seen', () => {
    const { state } = play(NEUTRAL_THEN_SMILE, 'nnnn');
    expect(passTime(state, NO_FACE_TIMEOUT_MS).phase).toBe('prompting');
    expect(passTime(state, NO_FACE_TIMEOUT_MS + 4 * FRAME_MS).phase).toBe('gave-up');
  });

  it('ends after 50 s in all', () => {
    const film = 'w'.repeat(FACE_CHECK_TIMEOUT_MS / FRAME_MS);
    expect(play(NEUTRAL_THEN_SMILE, film).state).toMatchObject({
      phase: 'gave-up',
      reason: 'timeout',
    });
  });

  it('ends for good: what comes later changes nothing', () => {
    const done = play(NEUTRAL_THEN_SMILE, 'n'.repeat(25) + 's'.repeat(8)).state;
    expect(passTime(done, 10 * FACE_CHECK_TIMEOUT_MS)).toBe(done);
    expect(takeFrame(done, exampleFrame({ face: null }), 10 * FACE_CHECK_TIMEOUT_MS)).toBe(done);
  });
});
