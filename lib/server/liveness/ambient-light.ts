import 'server-only';
import type { ChallengeContext } from '@/lib/liveness/challenge';
import { now } from '../clock';
import { latestColourAnswer } from '../db/challenges-store';

/** After this long a room may have got darker; then the colours are tried again. */
const BRIGHT_FOR_MS = 30 * 60 * 1000;

/**
 * The light where this device stands: `bright` when skin did not show the screen's colours within
 * the last half hour, for instance beside a window. One guest is asked twice then, and those after
 * get a check without colours at once.
 */
export async function ambientLightAt(deviceId: string): Promise<ChallengeContext['ambientLight']> {
  const since = new Date(now().getTime() - BRIGHT_FOR_MS);
  return (await latestColourAnswer(deviceId, since)) === 'silent' ? 'bright' : 'normal';
}
