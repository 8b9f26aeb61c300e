import { atLeast, atMost, type Check } from '@/lib/recognition/check';
import type { Evidence } from '../evidence';
import { wanted, type Act, type Episode, type SeenFrame, type Trace } from './trace';

/** From a prompt to the first frame that answers it: nobody is faster, few are slower. */
const REACTION_MS = { min: 150, max: 5_000 } as const;
/** Frames in a row that make an act; one alone may be a mistake of a network. */
const ACT_FRAMES_MIN = 2;
/** Around the prompt a face is at rest: what it does then cannot be an answer. */
const REST_AROUND_MS = { before: 150, after: 100 } as const;
/** Of the frames about a prompt; one alone may be a mistake. */
const RESTLESS_SHARE_MAX = 0.25;
/** As many of something else are no mistake either. */
const OTHER_FRAMES_MIN = 3;

/** Whether what was asked for was done: after it was asked, by a face at rest before. */
export function checkActing(trace: Trace, evidence: Evidence): Check[] {
  return trace.episodes.flatMap((episode) => checkEpisode(episode, trace, evidence));
}

function checkEpisode(episode: Episode, trace: Trace, evidence: Evidence): Check[] {
  const { step, index, shownAtMs, frames, answer } = episode;
  const named = (name: string) => `${step.kind}-${name}`;
  const own = evidence.descriptors.filter((descriptor) => descriptor.step === index);
  const times = new Set(frames.map(({ tMs }) => tMs));
  const traced = own.filter(({ tMs }) => times.has(tMs)).length;
  const done = longestRun(frames, wanted(step.kind));
  const checks = [
    atLeast(named('frames'), done, ACT_FRAMES_MIN),
    atLeast(named('descriptors'), traced, 1),
    atMost(named('descriptors-untraced'), own.length - traced, 0),
    atMost(named('other-acts'), countOthers(episode), 0),
  ];
  if (step.kind === 'neutral') return checks;
  const reactionMs = (answer?.tMs ?? NaN) - shownAtMs;
  const around = framesAround(trace.frames, shownAtMs);
  const restless = around.filter(({ act }) => act !== 'rest').length;
  return [
    ...checks,
    atMost(
      named('restless-share'),
      around.length > 0 ? Math.max(0, restless - 1) / around.length : NaN,
      RESTLESS_SHARE_MAX,
    ),
    atLeast(named('reaction-min-ms'), reactionMs, REACTION_MS.min),
    atMost(named('reaction-max-ms'), reactionMs, REACTION_MS.max),
  ];
}

/**
 * How often something was done that was not asked for: a film goes on whatever is asked. A face
 * that still has to come to rest for the neutral step does nothing wrong.
 */
function countOthers({ step, frames, answer }: Episode): number {
  const from = step.kind === 'neutral' ? frames.findIndex((frame) => frame === answer) : 0;
  const expected = wanted(step.kind);
  let count = 0;
  let run = 0;
  frames.slice(Math.max(from, 0)).forEach(({ act }, i, own) => {
    const isOther = act !== expected && act !== 'rest' && act !== 'between';
    run = isOther ? (act === own[i - 1]?.act ? run + 1 : 1) : 0;
    if (run === OTHER_FRAMES_MIN) count += 1;
  });
  return count;
}

/** Where frames are rare, at least the last two before the moment. */
function framesAround(frames: readonly SeenFrame[], atMs: number): readonly SeenFrame[] {
  const from = atMs - REST_AROUND_MS.before;
  const before = frames.filter(({ tMs }) => tMs <= atMs);
  const near = before.filter(({ tMs }) => tMs >= from);
  const after = frames.filter(({ tMs }) => tMs > atMs && tMs <= atMs + REST_AROUND_MS.after);
  return [...(near.length < 2 ? before.slice(-2) : near), ...after];
}

function longestRun(frames: readonly SeenFrame[], act: Act): number {
  let longest = 0;
  let run = 0;
  for (const frame of frames) {
    run = frame.act === act ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
