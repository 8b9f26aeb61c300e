/**
 * How a person answers the page's prompts: pure functions of time, shared by the performer
 * in the page and the tests.
 */

export type Prompt = 'none' | 'neutral' | 'smile' | 'turn-left' | 'turn-right';

/** A value on its way, eased at both ends as muscles are. */
interface Motion {
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly lengthMs: number;
}

/** Both are at rest at 0; smile goes to 1, turn to 1 (the own left) or −1. */
export interface Acting {
  readonly smile: Motion;
  readonly turn: Motion;
}

/** Onset times of a posed smile and of a turn of the head. */
const SMILE_MS = 320;
const TURN_MS = 450;
/** Letting go of either before the other begins. */
const RELAX_MS = 260;

export function atRest(): Acting {
  const calm: Motion = { from: 0, to: 0, startMs: 0, lengthMs: 0 };
  return { smile: calm, turn: calm };
}

export function smileAt({ smile }: Acting, tMs: number): number {
  return valueAt(smile, tMs);
}

export function turnAt({ turn }: Acting, tMs: number): number {
  return valueAt(turn, tMs);
}

/**
 * The acting from `atMs` on, after the person took in a prompt. A smile fades before the head
 * turns and a turn ends before a smile begins.
 *
 * @param pace how long this person's muscles take; 2 is half as fast as 1.
 */
export function takeIn(acting: Acting, prompt: Prompt, atMs: number, pace = 1): Acting {
  const smile = prompt === 'smile' ? 1 : 0;
  const turn = prompt === 'turn-left' ? 1 : prompt === 'turn-right' ? -1 : 0;
  const smiling = smileAt(acting, atMs) > 0.01 || acting.smile.to > 0;
  const turned = Math.abs(turnAt(acting, atMs)) > 0.01 || acting.turn.to !== 0;
  const relaxMs = RELAX_MS * pace;
  const smileFromMs = smile !== 0 && turned ? atMs + relaxMs : atMs;
  const turnFromMs = turn !== 0 && smiling ? atMs + relaxMs : atMs;
  return {
    smile: aim(acting.smile, smile, smileFromMs, smile === 0 ? relaxMs : SMILE_MS * pace),
    turn: aim(acting.turn, turn, turnFromMs, turn === 0 ? relaxMs : TURN_MS * pace),
  };
}

function aim(motion: Motion, to: number, startMs: number, lengthMs: number): Motion {
  if (motion.to === to) return motion;
  return { from: valueAt(motion, startMs), to, startMs, lengthMs };
}

function valueAt({ from, to, startMs, lengthMs }: Motion, tMs: number): number {
  if (tMs <= startMs) return from;
  if (tMs >= startMs + lengthMs) return to;
  const part = (tMs - startMs) / lengthMs;
  return from + (to - from) * part * part * part * (part * (part * 6 - 15) + 10);
}

/** What a person has seen, is doing and is about to do. */
export interface Mind {
  readonly seen: Prompt;
  readonly acting: Acting;
  readonly plans: readonly Plan[];
  /** When patience ends, if the same prompt still stands. */
  readonly againMs: number;
}

interface Plan {
  readonly prompt: Prompt;
  readonly atMs: number;
}

/** A person whose answer changes nothing lets go after a while and tries again. */
const PATIENCE_MS = 2600;
const PAUSE_MS = 700;

export function calmMind(): Mind {
  return { seen: 'none', acting: atRest(), plans: [], againMs: Infinity };
}

/**
 * The mind a moment later.
 *
 * @param prompt what stands on the page at `tMs`; called often, at rising times.
 * @param reactionMs from a new prompt to the first muscle; letting go takes half as long.
 * @param pace as in {@link takeIn}.
 */
export function follow(
  mind: Mind,
  prompt: Prompt,
  tMs: number,
  reactionMs: number,
  pace = 1,
): Mind {
  return carryOut(notice(mind, prompt, tMs, reactionMs), tMs, pace);
}

function notice(mind: Mind, prompt: Prompt, tMs: number, reactionMs: number): Mind {
  const asksNothing = prompt === 'none' || prompt === 'neutral';
  if (prompt !== mind.seen) {
    const atMs = tMs + (asksNothing ? reactionMs / 2 : reactionMs);
    const againMs = asksNothing ? Infinity : atMs + PATIENCE_MS;
    return { ...mind, seen: prompt, plans: [{ prompt, atMs }], againMs };
  }
  if (tMs < mind.againMs) return mind;
  const atMs = tMs + PAUSE_MS;
  const plans: Plan[] = [
    { prompt: 'neutral', atMs: tMs },
    { prompt, atMs },
  ];
  return { ...mind, plans, againMs: atMs + PATIENCE_MS };
}

function carryOut(mind: Mind, tMs: number, pace: number): Mind {
  const due = mind.plans.filter(({ atMs }) => atMs <= tMs);
  if (due.length === 0) return mind;
  return {
    ...mind,
    plans: mind.plans.slice(due.length),
    acting: due.reduce(
      (acting, { prompt, atMs }) => takeIn(acting, prompt, atMs, pace),
      mind.acting,
    ),
  };
}

/** How far a standing person drifts at a moment: pixels, radians and a factor near 1. */
export interface Sway {
  readonly x: number;
  readonly y: number;
  readonly roll: number;
  readonly scale: number;
}

/**
 * Slow, never repeating soon: incommensurable sines with phases of the person's own, and
 * breathing every four seconds.
 *
 * @param amount pixels of drift to either side; 0 is a statue.
 */
export function swayAt(tMs: number, phase: number, amount: number): Sway {
  const t = tMs / 1000;
  const wave = (hertz: number, shift: number) =>
    Math.sin(2 * Math.PI * (hertz * t + shift + phase));
  return {
    x: amount * (0.7 * wave(0.23, 0) + 0.3 * wave(0.61, 0.3)),
    y: amount * (0.5 * wave(0.25, 0.1) + 0.2 * wave(0.47, 0.7)),
    roll: amount * 0.003 * wave(0.17, 0.5),
    scale: 1 + amount * 0.002 * wave(0.25, 0.85),
  };
}

/**
 * Numbers from 0 to 1 that are the same for the same seed (mulberry32), so that a failed test
 * can be seen again.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
