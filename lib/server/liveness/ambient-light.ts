import 'server-only';
import type { Stakes } from '@/lib/liveness/challenge';
import { now } from '../clock';
import { latestColourAnswer } from '../db/challenges-store';

/** After this long a room may have got darker; then the colours are tried again. */
const BRIGHT_FOR_MS = 30 * 60 * 1000;

/**
 * Whether the screen's light can be seen on a face where this device stands. A bright window
 * drowns it: one guest is asked again, those after are spared the vain try.
 */
export async function ambientLightAt(deviceId: string): Promise<Stakes['room']> {
  const since = new Date(now().getTime() - BRIGHT_FOR_MS);
  return (await latestColourAnswer(deviceId, since)) === 'silent' ? 'bright' : 'normal';
}
