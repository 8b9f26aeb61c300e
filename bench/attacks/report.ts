import os from 'node:os';
import type { Controls } from './http/tampering';
import { isKnownGap } from './suite';
import { attackFigures, checkFigures, genuineFigures, type GenuineTry, type Try } from './tally';

/** What issue and design promise. */
const BARS = { bpcer: 0.03, shortMedianMs: 2_500 };

/** Grows while the suite runs. */
export interface Findings {
  readonly genuine: GenuineTry[];
  readonly tries: Record<string, readonly Try[]>;
  /** Kinds that did not come to their end, and why. */
  readonly broken: Record<string, string>;
  /** Untouched evidence sent after the tampered one: it must pay, or the tries prove nothing. */
  readonly controls: Controls;
}

/** How the suite was run. */
export interface Run {
  readonly browser: string;
  readonly seed: number;
  /** Ended by a signal: what was not begun by then is missing. */
  readonly stopped: boolean;
}

export function report(
  { genuine, tries, broken, controls }: Findings,
  { browser, seed, stopped }: Run,
) {
  const figures = (open: boolean) =>
    Object.fromEntries(
      Object.entries(tries)
        .filter(([kind]) => isKnownGap(kind) === open)
        .map(([kind, own]) => [kind, attackFigures(own)]),
    );
  const attacks = figures(false);
  const people = genuineFigures(genuine);
  return {
    machine: { cores: os.availableParallelism(), node: process.version, browser },
    load: os.loadavg().map((each) => Number(each.toFixed(1))),
    seed,
    stopped,
    bounds: 'Clopper-Pearson, one-sided 95 %',
    budgets: 'forgotten between the tries, but for hill-climbing-budgets',
    attacks,
    /** Not in the bars: known to be open, bounded by other means (docs/threat-model.md). */
    knownGaps: figures(true),
    broken,
    controls,
    genuine: people,
    checks: checkFigures({ ...tries, genuine }),
    holds: {
      attacks:
        Object.keys(broken).length === 0 &&
        Object.keys(attacks).length > 0 &&
        Object.values(attacks).every(({ accepted }) => accepted === 0),
      bpcer: people.tried > 0 && people.bpcer <= BARS.bpcer,
      shortMedianMs: people.medianMs.short <= BARS.shortMedianMs,
    },
  };
}
