import { PROOF_HEADER } from '@/lib/access/request-proof';
import { findDeviceKey, type DeviceKey } from '@/lib/device/key-store';
import { proveRequest } from '@/lib/device/prove-request';

/** Where a terminal may ask (`lib/access/permissions.ts`); elsewhere nobody looks for a proof. */
const PROVEN_PATHS = /^\/api\/(orders|payments|terminals)(\/|$)/;

/** How far the server's clock is ahead of this device's, as far as it matters. */
let serverAheadMs = 0;

/**
 * Each try of a request needs a proof of its own, because one is accepted once.
 *
 * @param key with which to sign; undefined: this browser's terminal key, if it has one
 * @returns the header to send, or none
 */
export async function proofHeader(
  method: string,
  path: string,
  body: string | undefined,
  key?: DeviceKey,
): Promise<Record<string, string>> {
  const signer = key ?? (isProven(path) ? await terminalKey() : undefined);
  if (!signer) return {};
  const url = location.origin + path;
  const at = new Date(Date.now() + serverAheadMs);
  return { [PROOF_HEADER]: await proveRequest(signer, { method, url, body, at }) };
}

export function isProven(path: string): boolean {
  return PROVEN_PATHS.test(path);
}

/** Sets the time of later proofs by an answer's `Date`. @returns false when it has none. */
export function takeServerTime({ headers }: Pick<Response, 'headers'>): boolean {
  const serverTime = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(serverTime)) return false;
  serverAheadMs = serverTime - Date.now();
  return true;
}

async function terminalKey(): Promise<DeviceKey | undefined> {
  const found = await findDeviceKey('terminal');
  return found.kind === 'found' ? found.key : undefined;
}
