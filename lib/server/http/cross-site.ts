/**
 * Whether another site sent this request. Cookies identify, and a browser sends them along: such a
 * request must not use them.
 */
export function isCrossSite({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  if (method === 'GET') return false;
  const site = headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && hostOf(origin) !== (headers.get('host') ?? '').toLowerCase();
}

/** @returns undefined for what names no host: `null`, which hides a site, and garbage. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
