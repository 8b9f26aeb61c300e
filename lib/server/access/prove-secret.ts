import 'server-only';
import type { ProblemCode } from '@/lib/api/problems';
import type { Stop } from '@/lib/access/attempts';
import { verifySecret } from './password';
import { done, refused, type Failure, type Result } from '../result';
import { attempt, secondsUntil, takeBackOwn, type Attempt, type Subject } from './attempts';
import type { Lane } from './bounded-queue';
import { secretWork } from './secret-work';

/** One PIN or password that somebody typed, as one of `Person`. */
export interface TypedSecret<Person> {
  readonly typed: string;
  /** Whose it would be; asked for only when the attempt is judged. */
  readonly find: () => Promise<Person | null>;
  readonly hashOf: (person: Person) => string | null;
  /** The person at this place: a success takes back what counts here, and nothing else. */
  readonly own: Subject;
  /** What else a wrong one counts against. */
  readonly others: readonly Subject[];
  readonly lane: Lane;
  readonly codes: { readonly wrong: ProblemCode; readonly stopped: ProblemCode };
  readonly onWrong: (person: Person | null, attempt: Attempt) => Promise<void>;
}

/**
 * The one place where a PIN or password is compared: counted first, judged when its turn comes.
 * Where there is nobody, the same is counted and the same work done.
 */
export async function proveSecret<Person>(secret: TypedSecret<Person>): Promise<Result<Person>> {
  const { typed, own, others, lane, codes } = secret;
  let person: Person | null = null;
  return attempt({
    subjects: [own, ...others],
    stopped: (stop, at) => stoppedAs(codes.stopped, stop, at),
    costs: (code) => code === codes.wrong,
    judge: async () => {
      const found = (person = await secret.find());
      const hash = found && secret.hashOf(found);
      const matches = await secretWork(lane, () => verifySecret(hash, typed));
      if (!matches.ok) return matches;
      return found && matches.value ? done(found) : refused(codes.wrong);
    },
    onAccepted: () => takeBackOwn(own, others),
    onRefused: (counted) => secret.onWrong(person, counted),
  });
}

export function stoppedAs(code: ProblemCode, stop: Stop, at: Date): Failure {
  return { ...refused(code), retryAfterSeconds: secondsUntil(stop, at) };
}
