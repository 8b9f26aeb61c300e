import { atLeast, atMost, type Check } from '@/lib/recognition/check';
import type { Evidence } from '../evidence';
import { median } from '../statistics';
import type { JudgedChallenge } from './trace';

/** Slow phones must be able to pay; a step still shows several frames at this pace. */
const FRAME_GAP_MS_MAX = 250;
/** Nobody knows what happened in a hole of the trace. */
const FRAME_HOLE_MS_MAX = 2_000;
/** The browser's clock may run a little ahead of the time between our two answers. */
const CLOCK_SLACK_MS = 500;

/** Whether the steps and colours were shown as the challenge says, one after the other. */
export function checkOrder(
  { steps, colours }: JudgedChallenge,
  { prompts, frames, coloursShownAtMs }: Evidence,
): Check[] {
  const prompted = prompts.filter(({ step }, index) => step === index).length;
  const backward = frames.filter(({ step }, i) => step < (frames[i - 1]?.step ?? 0)).length;
  const beyond = frames.filter(({ step }) => step >= steps.length).length;
  const hurried = prompts.filter(({ shownAtMs }, i) => {
    const before = prompts[i - 1];
    return before !== undefined && shownAtMs - before.shownAtMs < (steps[i]?.delayMs ?? 0);
  }).length;
  // A frame belongs to the prompt that stood on the screen when it was taken.
  const misplaced = frames.filter(({ step, tMs }) => {
    const next = prompts[step + 1];
    return next !== undefined && tMs >= next.shownAtMs;
  }).length;
  return [
    atLeast('steps-prompted', prompted, steps.length),
    atMost('prompts-surplus', prompts.length - steps.length, 0),
    atMost('steps-backward', backward, 0),
    atMost('steps-unknown', beyond, 0),
    atMost('frames-misplaced', misplaced, 0),
    atMost('prompts-hurried', hurried, 0),
    atMost('colours-surplus', coloursShownAtMs.length - colours.length, 0),
    atLeast('colour-step-ms', Math.min(Infinity, ...gapsOf(coloursShownAtMs)), 1),
  ];
}

/**
 * Whether the trace's clock is one.
 *
 * @param elapsedMs server time between the challenge's issue and its consumption.
 */
export function checkClock({ frames }: Evidence, elapsedMs: number): Check[] {
  const times = frames.map(({ tMs }) => tMs);
  const gaps = gapsOf(times);
  return [
    atLeast('clock-step-ms', Math.min(Infinity, ...gaps), 1),
    atMost('frame-gap-ms', median(gaps), FRAME_GAP_MS_MAX),
    atMost('frame-hole-ms', Math.max(0, ...gaps), FRAME_HOLE_MS_MAX),
    atMost('trace-beyond-elapsed-ms', (times.at(-1) ?? NaN) - elapsedMs, CLOCK_SLACK_MS),
  ];
}

function gapsOf(times: readonly number[]): number[] {
  return times.slice(1).map((time, i) => time - (times[i] ?? NaN));
}
