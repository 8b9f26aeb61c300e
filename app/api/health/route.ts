import { health } from '@/lib/server/health';

/** GET: 200 when a payment can be taken, else 503 with the part that is down. */
export async function GET(): Promise<Response> {
  const state = await health();
  const headers = { 'cache-control': 'no-store' };
  return Response.json(state, { status: state.status === 'ok' ? 200 : 503, headers });
}
