import type { ColourAnswer } from './colour-answer';
import type { Episode, Trace } from './trace';

/**
 * How much likelier the evidence is if it comes from somebody who follows the prompts than if
 * it comes from a film that runs whatever is asked, in tenths of powers of ten (decibans; Good
 * 1979). Each weight is measured: 10·log₁₀ of how often genuine face checks show the feature over
 * how often films on a loop do (`bench/attacks/weigh.ts`; figures in docs/threat-model.md).
 */
export interface OddsWeights {
  /** An act that answers its prompt, sooner or later than `quickMs`. */
  readonly quick: number;
  readonly slow: number;
  readonly quickMs: number;
  /** The light of the screen came back from the skin, or it did not. */
  readonly answered: number;
  readonly silent: number;
}

/** @ensures NaN for a step that was never answered, which no bound passes. */
export function oddsOfLife(trace: Trace, colour: ColourAnswer, weights: OddsWeights): number {
  const acts = trace.episodes.filter(({ step }) => step.kind !== 'neutral');
  const timing = acts.reduce((sum, act) => sum + weightOf(act, weights), 0);
  return timing + (colour.kind === 'unasked' ? 0 : weights[colour.kind]);
}

function weightOf({ answer, shownAtMs }: Episode, { quick, slow, quickMs }: OddsWeights): number {
  const reactionMs = (answer?.tMs ?? NaN) - shownAtMs;
  if (Number.isNaN(reactionMs)) return NaN;
  return reactionMs <= quickMs ? quick : slow;
}
