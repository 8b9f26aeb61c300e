import 'server-only';
import type { ProblemCode } from '@/lib/api/problems';
import type { SubjectKind } from '@/lib/access/limits';
import type { Result } from '../result';
import { admitted } from './admission';
import { addressKey, attempt, count, takeBack, type Subject } from './attempts';
import { stoppedAs } from './prove-secret';

/** What is counted for addresses alone. */
type AddressKind = Extract<SubjectKind, `${string}:address`>;

/**
 * Runs something that guesses at a secret of nobody in particular, such as a pairing code.
 *
 * @param wrong the refusal that costs the attempt; a success takes back only itself
 */
export function guessFrom<T>(
  { kind, address, others = [] }: GuessedFrom,
  wrong: ProblemCode,
  judge: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return admitted('stranger', () =>
    attempt({
      subjects: [addressSubject(kind, address), ...others],
      stopped: (stop, at) => stoppedAs('rate-limited', stop, at),
      costs: (code) => code === wrong,
      judge,
    }),
  );
}

interface GuessedFrom {
  readonly kind: AddressKind;
  readonly address: string;
  readonly others?: readonly Subject[];
}

/** Runs something that everybody may ask for, so often from one address; `busy` costs nothing. */
export function rationed<T>(
  kind: AddressKind,
  address: string,
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const subjects = [addressSubject(kind, address)];
  return admitted('stranger', async () => {
    const counted = await count({
      subjects,
      stopped: (stop, at) => stoppedAs('rate-limited', stop, at),
    });
    if (!counted.ok) return counted;
    const result = await run();
    if (!result.ok && result.code === 'busy') await takeBack(counted.value, subjects);
    return result;
  });
}

function addressSubject(kind: AddressKind, address: string): Subject {
  return { kind, id: addressKey(address) };
}
