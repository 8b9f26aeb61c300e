import { evidenceSchema } from '@/lib/liveness/evidence';
import type { JudgementPolicy } from '@/lib/liveness/judgement/judge-face-check';
import { colourAnswer } from '@/lib/liveness/judgement/colour-answer';
import { readTrace, type JudgedChallenge } from '@/lib/liveness/judgement/trace';
import { lower95, upper95 } from './interval';

/** A recorded face check, as far as its odds are concerned. */
export interface Recorded {
  readonly challenge: JudgedChallenge;
  /** As it would be sent. */
  readonly evidence: unknown;
}

/** What a face check may show for the odds of life to count. */
export const FEATURES = ['quick', 'slow', 'answered', 'silent'] as const;
export type Feature = (typeof FEATURES)[number];

export interface Share {
  readonly seen: number;
  readonly of: number;
}
export type Shares = Readonly<Record<Feature, Share>>;

/** Acts are counted one by one, colours once a face check. */
export function countFeatures(
  recorded: readonly Recorded[],
  { acts, colour, weights }: JudgementPolicy,
): Shares {
  const reactions: number[] = [];
  const answers: string[] = [];
  for (const { challenge, evidence } of recorded) {
    const parsed = evidenceSchema.parse(evidence);
    const trace = readTrace(challenge, parsed, acts);
    for (const { step, answer, shownAtMs } of trace.episodes) {
      if (step.kind !== 'neutral' && answer) reactions.push(answer.tMs - shownAtMs);
    }
    answers.push(colourAnswer(challenge, parsed, trace, colour).kind);
  }
  const asked = answers.filter((answer) => answer !== 'unasked');
  const quick = reactions.filter((ms) => ms <= weights.quickMs).length;
  const answered = asked.filter((answer) => answer === 'answered').length;
  return {
    quick: { seen: quick, of: reactions.length },
    slow: { seen: reactions.length - quick, of: reactions.length },
    answered: { seen: answered, of: asked.length },
    silent: { seen: asked.length - answered, of: asked.length },
  };
}

export interface Weight {
  readonly genuine: Share;
  readonly films: Share;
  /** 10·log₁₀ of the ratio of both rates, each with half a case more on either side. */
  readonly decibans: number;
  /** The same from the bounds of both rates (95 % each); ±Infinity where nothing bounds it. */
  readonly from: number;
  readonly to: number;
}

/** What a feature is worth when it was seen so often among the ones and among the others. */
export function weigh(genuine: Share, films: Share): Weight {
  return {
    genuine,
    films,
    decibans: decibans(rate(genuine) / rate(films)),
    from: decibans(lower95(genuine.seen, genuine.of) / upper95(films.seen, films.of)),
    to: decibans(upper95(genuine.seen, genuine.of) / lower95(films.seen, films.of)),
  };
}

/** Of nothing seen in `n` something must be said as well. */
function rate({ seen, of }: Share): number {
  return (seen + 0.5) / (of + 1);
}

function decibans(ratio: number): number {
  return Math.round(100 * Math.log10(ratio)) / 10;
}
