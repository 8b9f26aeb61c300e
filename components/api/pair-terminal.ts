import { newKey } from '@/lib/device/key-pair';
import { findDeviceKey, keepDeviceKey } from '@/lib/device/key-store';
import type { ProblemCode } from '@/lib/api/problems';
import type { Pair, Terminal } from '@/lib/api/terminals';
import { request, requestWithKey } from './request';

export type PairingOutcome =
  | { readonly kind: 'paired' }
  | { readonly kind: 'refused'; readonly code: ProblemCode }
  /** The server cannot know this browser again: it keeps no key. */
  | { readonly kind: 'keyless' };

/** Makes this browser a terminal, with a key that never leaves it. @ensures never throws. */
export async function pairTerminal(code: string): Promise<PairingOutcome> {
  const before = await findDeviceKey('terminal');
  const key = before.kind === 'unavailable' ? undefined : await newKey();
  if (!key) return { kind: 'keyless' };
  const answer = await request<Terminal>('POST', '/api/terminals/pair', {
    code,
    publicKey: key.publicKey,
  } satisfies Pair);
  if (!answer.ok) return { kind: 'refused', code: answer.problem.code };
  const deviceKey = { id: answer.value.deviceId, privateKey: key.privateKey };
  if (await keepDeviceKey('terminal', deviceKey)) return { kind: 'paired' };
  await requestWithKey(deviceKey, 'POST', '/api/terminals/unpair', {});
  return { kind: 'keyless' };
}
