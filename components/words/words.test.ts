import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '@/lib/api/problems';
import { REJECT_REASONS } from '@/lib/orders/order';
import { HINT_WORDS, PROMPT_WORDS, STOP_WORDS } from './face-check';
import { problemWords } from './problems';
import { REJECT_WORDS } from './reject-reasons';

/** Words of the workshop; nobody at a counter should have to know them. */
const WORKSHOP =
  /descriptor|liveness|biometric|authenticat|authoriz|challenge|token|json|server|request|error|exception|invalid|expired|template|\b[45]\d\d\b/i;

const codes = Object.keys(PROBLEMS) as ProblemCode[];
const all: readonly (readonly [string, string])[] = [
  ...codes.map((code) => [code, Object.values(problemWords(code)).join(' ')] as const),
  ...Object.entries(STOP_WORDS).map(([why, { title, body }]) => [why, `${title} ${body}`] as const),
  ...Object.entries(HINT_WORDS),
  ...Object.entries(PROMPT_WORDS),
  ...Object.entries(REJECT_WORDS),
];

describe('words on the screen', () => {
  it.each(all)('%s is said without workshop words', (_, words) => {
    expect(words).not.toMatch(WORKSHOP);
  });

  it('fit their place: hints and prompts are read at a glance', () => {
    for (const words of [...Object.values(HINT_WORDS), ...Object.values(PROMPT_WORDS)]) {
      expect(words.length).toBeLessThanOrEqual(40);
    }
  });

  it.each(codes)('%s has a title and a way on', (code) => {
    const { title, body } = problemWords(code);
    expect(title.length).toBeGreaterThan(5);
    expect(title.length).toBeLessThanOrEqual(40);
    expect(body).toMatch(/[.!]$/);
  });

  it('gives every reason to reject a word of its own', () => {
    const words = REJECT_REASONS.map((reason) => REJECT_WORDS[reason]);
    expect(new Set(words).size).toBe(REJECT_REASONS.length);
  });
});
