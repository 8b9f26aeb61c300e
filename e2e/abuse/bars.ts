import type { Flooded } from './flood';
import type { Guessed, Sprayed } from './guessing';
import type { Streamed } from './streams';

/** What was measured; a scenario that was not asked for is missing. */
export interface Findings {
  readonly pinsAtCounter?: Guessed;
  readonly pinsOnPhone?: Guessed;
  readonly unfreezing?: Guessed;
  readonly signingIn?: Guessed;
  readonly spraying?: Sprayed;
  readonly streams?: Streamed;
  readonly flood?: Flooded;
}

/** NIST SP 800-63B-4 asks for at most 100 wrong secrets; six digits want far fewer. */
const GUESSES_MAX = 5;
/** A counter sees a few slips of different guests in ten minutes, not forty. */
const SPRAYED_MAX = 10;
const CPU_RATIO_MAX = 1.5;
/** On a machine on which an idle app answers in 10 ms; a slower one is given more in proportion. */
const WORST_HEALTH_MS = 200;
const IDLE_HEALTH_MS = 10;

/** @returns the bars that were missed, in words; none is a pass. */
export function missedBars(findings: Findings): readonly string[] {
  const { pinsAtCounter, pinsOnPhone, unfreezing, signingIn, spraying, streams, flood } = findings;
  return [
    ...guessBars('PINs at a counter', pinsAtCounter),
    ...guessBars('PINs on the own phone', pinsOnPhone),
    ...guessBars('passwords to unfreeze', unfreezing),
    ...guessBars('passwords to sign in', signingIn),
    ...(spraying ? sprayBars(spraying) : []),
    ...(streams ? streamBars(streams) : []),
    ...(flood ? floodBars(flood) : []),
  ];
}

function guessBars(what: string, guessed: Guessed | undefined): readonly string[] {
  if (!guessed) return [];
  const { judged, rightAccepted } = guessed;
  return [
    ...(judged > GUESSES_MAX ? [`${what}: ${judged} were judged, at most ${GUESSES_MAX} may`] : []),
    ...(rightAccepted ? [`${what}: the right one was accepted after ${GUESSES_MAX} wrong`] : []),
  ];
}

function sprayBars({ judged, alarms }: Sprayed): readonly string[] {
  const tooMany = `one PIN over many numbers: ${judged} were judged, at most ${SPRAYED_MAX} may`;
  return [
    ...(judged > SPRAYED_MAX ? [tooMany] : []),
    ...(alarms === 0 ? ['one PIN over many numbers: no alarm on the board'] : []),
  ];
}

function streamBars({ cpuPerOrderMsBefore, cpuPerOrderMsAfter }: Streamed): readonly string[] {
  if (cpuPerOrderMsBefore === null || cpuPerOrderMsAfter === null) return [];
  if (cpuPerOrderMsAfter <= CPU_RATIO_MAX * cpuPerOrderMsBefore) return [];
  const figures = `${cpuPerOrderMsBefore} ms before, ${cpuPerOrderMsAfter} ms after`;
  return [`cut streams: CPU per order ${figures}, at most ${CPU_RATIO_MAX} times as much may be`];
}

function floodBars({ idleHealthMs, worstHealthMs }: Flooded): readonly string[] {
  const bar = WORST_HEALTH_MS * Math.max(1, idleHealthMs / IDLE_HEALTH_MS);
  if (worstHealthMs <= bar) return [];
  return [`flood of sign-ins: health answered after ${worstHealthMs} ms, at most ${bar} may be`];
}
