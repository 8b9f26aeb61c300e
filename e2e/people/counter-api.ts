import type { APIResponse, Page } from '@playwright/test';
import { claimsOf } from '@/lib/liveness/request-proof.fixture';
import { PROOF_TYPE } from '@/lib/access/request-proof';

/** @returns a proof signed by the key of the counter that this page is. @param claims any */
export function proofBy(page: Page, claims: object): Promise<string> {
  return page.evaluate(
    async ([text, typ]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('IndexedDB refused'));
        });
      const database = await done(indexedDB.open('smile-device'));
      const keys = database.transaction('keys').objectStore('keys');
      const key = (await done(keys.get('terminal'))) as { id: string; privateKey: CryptoKey };
      database.close();
      const encode = (bytes: Uint8Array) =>
        btoa(String.fromCharCode(...bytes))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', '');
      const bytesOf = (part: string) => new TextEncoder().encode(part);
      const header = JSON.stringify({ alg: 'ES256', typ, kid: key.id });
      const signed = `${encode(bytesOf(header))}.${encode(bytesOf(text))}`;
      const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(ecdsa, key.privateKey, bytesOf(signed));
      return `${signed}.${encode(new Uint8Array(signature))}`;
    },
    [JSON.stringify(claims), PROOF_TYPE] as const,
  );
}

/** Asks as the counter does whose page this is: with its cookies and a proof by its key. */
export async function askAsCounter(
  page: Page,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<APIResponse> {
  const { origin } = new URL(page.url());
  const data = body === undefined ? undefined : JSON.stringify(body);
  const dpop = await proofBy(page, claimsOf(method, new URL(path, origin), data));
  const headers = { dpop, ...(data && { 'content-type': 'application/json' }) };
  return page.context().request.fetch(path, { method, headers, data });
}
