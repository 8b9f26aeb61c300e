import { receiptKeys } from '@/lib/server/shoppers/deletion-receipt';

/** They are made when the installation first starts, not when it is built. */
export const dynamic = 'force-dynamic';

/**
 * GET /.well-known/jwks.json: the keys that this installation signs its receipts with, for whoever
 * verifies one.
 */
export function GET(): Response {
  return Response.json(receiptKeys(), { headers: { 'Cache-Control': 'public, max-age=3600' } });
}
