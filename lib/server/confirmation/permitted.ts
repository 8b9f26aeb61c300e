import type {
  ConfirmationProblem,
  ConfirmedIntent,
  confirmIntent,
} from '@/lib/intents/confirmation';
import type { Intent } from '@/lib/intents/intent';
import type { ProblemCode } from '@/lib/api/problems';
import { done, refused, type Result } from '../result';

/** What a client is told when a confirmation does not fit what it was given for. */
const PROBLEM_OF: Record<ConfirmationProblem, ProblemCode> = {
  'intent-changed': 'intent-changed',
  'intent-expired': 'wrong-state',
  'method-not-permitted': 'not-allowed',
};

export function permitted<I extends Intent>(
  answer: ReturnType<typeof confirmIntent<I>>,
): Result<ConfirmedIntent<I>> {
  return answer.ok ? done(answer.value) : refused(PROBLEM_OF[answer.code]);
}
