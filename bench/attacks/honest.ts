import { startFaceCheck } from '@/lib/face/face-check';
import { showOnPage } from './stage-light';
import type { Take, Taken } from './take';

/** The product's own face check, given up after a while as a person would. */
export async function honestFaceCheck({
  engine,
  video,
  challenge,
  patienceMs,
}: Take): Promise<Taken> {
  let latest = 'nothing';
  const outcome = await startFaceCheck({
    engine,
    video,
    challenge,
    signal: AbortSignal.timeout(patienceMs),
    onUpdate: ({ prompt, colour, hint, stepIndex }) => {
      showOnPage(prompt, colour);
      latest = `${prompt ?? `the pause before step ${stepIndex}`}, ${hint ?? 'no hint'}`;
    },
  });
  return outcome.kind === 'done'
    ? { kind: 'taken', evidence: outcome.evidence }
    : { kind: 'gave-up', reason: `${outcome.reason} at ${latest}` };
}
