import type { ChallengeStep } from '@/lib/liveness/challenge';
import type { StepKind } from '@/lib/liveness/step-kinds';
import type { FrameObservation } from './observation';
import { qualityHint, type HintCode } from './quality';
import { learnCalmFace, isCalm, type CalmFace } from './smile';
import { STEP_RULES } from './steps';

/**
 * The face check as a machine without clock, camera or screen: what was seen so far decides
 * which prompt stands on the screen and whether it was followed. It helps the person; it
 * proves nothing. The server judges the trace again.
 */

export type GaveUpReason = 'no-face' | 'timeout';

export interface Prompt {
  readonly step: number;
  readonly shownAtMs: number;
}

interface Progress {
  readonly steps: readonly ChallengeStep[];
  readonly startedAtMs: number;
  readonly lastFaceAtMs: number;
  readonly prompts: readonly Prompt[];
  readonly calm: CalmFace | null;
  /** What the last frame would have the person change. */
  readonly hint: HintCode | null;
}

/**
 * The pause before a step's prompt; `step` is the one to come. It lasts until the face is at
 * rest: what follows the prompt is then an answer to it, and not what the face did anyway.
 */
export interface Waiting extends Progress {
  readonly phase: 'waiting';
  readonly step: number;
  readonly promptAtMs: number;
  /** Since when the face is at rest; null when it is not. */
  readonly restingSinceMs: number | null;
}

/** The prompt is on the screen. */
export interface Prompting extends Progress {
  readonly phase: 'prompting';
  readonly step: number;
  readonly shownAtMs: number;
  /** Frames in a row that do what the prompt asks, and the time of the first of them. */
  readonly heldFrames: number;
  readonly heldSinceMs: number;
}

export interface Done extends Progress {
  readonly phase: 'done';
}

export interface GaveUp extends Progress {
  readonly phase: 'gave-up';
  readonly reason: GaveUpReason;
}

export type GateState = Waiting | Prompting | Done | GaveUp;

export const NO_FACE_TIMEOUT_MS = 20_000;
export const FACE_CHECK_TIMEOUT_MS = 50_000;

/** So long a face is at rest before it is asked for something. */
const REST_MS = 150;
const SEEN_WITHIN_MS = 250;

/** After this long without the answer, the person is told to do more of it. */
const NUDGE_AFTER_MS = 2_000;

/** @requires at least one step. */
export function openGate(steps: readonly ChallengeStep[], nowMs: number): GateState {
  return {
    phase: 'waiting',
    steps,
    startedAtMs: nowMs,
    lastFaceAtMs: nowMs,
    prompts: [],
    calm: null,
    hint: null,
    step: 0,
    promptAtMs: nowMs + (steps[0]?.delayMs ?? 0),
    restingSinceMs: null,
  };
}

/**
 * Takes one frame in.
 *
 * @param nowMs on the clock of `frame.tMs`; a prompt that becomes due is shown at this time.
 * @requires `nowMs` ≥ `frame.tMs`, and neither runs backwards.
 * @ensures `done` and `gave-up` never change again; prompts appear in step order.
 */
export function takeFrame(state: GateState, frame: FrameObservation, nowMs: number): GateState {
  if (state.phase === 'done' || state.phase === 'gave-up') return state;
  const seen = lookAt(state, frame);
  const answered = seen.phase === 'prompting' ? followPrompt(seen, frame) : awaitRest(seen, frame);
  return passTime(answered, nowMs);
}

/** Lets time pass without a frame: prompts become due, patience ends. */
export function passTime(state: GateState, nowMs: number): GateState {
  if (state.phase === 'done' || state.phase === 'gave-up') return state;
  if (nowMs - state.lastFaceAtMs >= NO_FACE_TIMEOUT_MS) return giveUp(state, 'no-face');
  if (nowMs - state.startedAtMs >= FACE_CHECK_TIMEOUT_MS) return giveUp(state, 'timeout');
  if (state.phase === 'waiting' && isDue(state, nowMs)) return showPrompt(state, nowMs);
  return state;
}

/** The kind of step that is on the screen, or null in the pause before one. */
export function promptOf(state: GateState): StepKind | null {
  return state.phase === 'prompting' ? kindOf(state) : null;
}

/** Whether a frame is good enough to be described for the step that is on the screen. */
export function mayRepresent(state: Prompting, frame: FrameObservation): boolean {
  const rule = STEP_RULES[kindOf(state)];
  // Taken before the prompt, it belongs to the step before.
  if (frame.tMs < state.shownAtMs || frame.faceCount > 1) return false;
  const good = frame.face !== null && qualityHint(frame, rule.exempt) === null;
  return good && rule.represents(frame.face, state.calm);
}

/** 0…1, never running backwards within a step unless the person stops doing it. */
export function progressOf(state: GateState): number {
  switch (state.phase) {
    case 'done':
      return 1;
    case 'gave-up':
      return 0;
    case 'waiting':
      return state.step / state.steps.length;
    case 'prompting': {
      const held = Math.min(1, state.heldFrames / STEP_RULES[kindOf(state)].holdFrames);
      return (state.step + held) / state.steps.length;
    }
    default:
      return state satisfies never;
  }
}

function lookAt<S extends Waiting | Prompting>(state: S, frame: FrameObservation): S {
  const prompted = state.phase === 'prompting' ? kindOf(state) : null;
  const hint = qualityHint(frame, prompted ? STEP_RULES[prompted].exempt : []);
  const { face } = frame;
  if (!face) return { ...state, hint };
  const learns = kindOf(state) === 'neutral' && isCalm(face) && qualityHint(frame, []) === null;
  return {
    ...state,
    hint,
    lastFaceAtMs: frame.tMs,
    calm: learns ? learnCalmFace(state.calm, face) : state.calm,
  };
}

/** A neutral face is asked for at any time; before the others it must be seen, well and at rest. */
function awaitRest(state: Waiting, { face, tMs }: FrameObservation): Waiting {
  const restHint = face && STEP_RULES[kindOf(state)].rest(face, state.calm);
  const late = tMs >= state.promptAtMs;
  const hint = state.hint ?? (late ? restHint : null);
  const atRest = face !== null && restHint === null && hint === null;
  return { ...state, restingSinceMs: atRest ? (state.restingSinceMs ?? tMs) : null, hint };
}

function isDue(state: Waiting, nowMs: number): boolean {
  if (nowMs < state.promptAtMs) return false;
  if (kindOf(state) === 'neutral') return true;
  // What a frame of long ago showed says nothing of now.
  if (nowMs - state.lastFaceAtMs > SEEN_WITHIN_MS) return false;
  return state.restingSinceMs !== null && nowMs - state.restingSinceMs >= REST_MS;
}

function followPrompt(state: Prompting, frame: FrameObservation): GateState {
  const { face } = frame;
  const rule = STEP_RULES[kindOf(state)];
  if (!face || state.hint !== null || frame.tMs < state.shownAtMs) return letGo(state, state.hint);
  if (!rule.answers(face, state.calm)) {
    const nudge = frame.tMs - state.shownAtMs >= NUDGE_AFTER_MS;
    return letGo(state, nudge ? rule.nudge : null);
  }
  const heldSinceMs = state.heldFrames === 0 ? frame.tMs : state.heldSinceMs;
  const heldFrames = state.heldFrames + 1;
  const held = { ...state, heldFrames, heldSinceMs, hint: null };
  const longEnough = heldFrames >= rule.holdFrames && frame.tMs - heldSinceMs >= rule.holdMs;
  return longEnough ? completeStep(held, frame.tMs) : held;
}

function letGo(state: Prompting, hint: HintCode | null): Prompting {
  return { ...state, heldFrames: 0, heldSinceMs: 0, hint };
}

function completeStep(state: Prompting, nowMs: number): GateState {
  const next = state.steps[state.step + 1];
  if (!next) return { ...progressOnly(state), phase: 'done' };
  return {
    ...progressOnly(state),
    phase: 'waiting',
    step: state.step + 1,
    promptAtMs: nowMs + next.delayMs,
    restingSinceMs: null,
  };
}

function showPrompt(state: Waiting, nowMs: number): Prompting {
  return {
    ...progressOnly(state),
    phase: 'prompting',
    prompts: [...state.prompts, { step: state.step, shownAtMs: nowMs }],
    step: state.step,
    shownAtMs: nowMs,
    heldFrames: 0,
    heldSinceMs: 0,
  };
}

function giveUp(state: Waiting | Prompting, reason: GaveUpReason): GaveUp {
  return { ...progressOnly(state), phase: 'gave-up', reason };
}

function progressOnly(state: Progress): Progress {
  const { steps, startedAtMs, lastFaceAtMs, prompts, calm, hint } = state;
  return { steps, startedAtMs, lastFaceAtMs, prompts, calm, hint };
}

function kindOf(state: Waiting | Prompting): StepKind {
  return state.steps[state.step]?.kind ?? 'neutral';
}
