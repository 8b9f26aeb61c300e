import 'server-only';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ShopperActor } from '@/lib/access/actors';
import type { ConfirmExport } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { confirmOwn } from '../confirmation/confirm-own';
import { readExport } from '../db/export-store';
import { done, type Result } from '../result';

const README = `Everything that we keep about you, as JSON: amounts are in the smallest unit of their currency, times are UTC.

Not in here: your password and PIN, which we keep only as hashes; the numbers that describe your face, because whoever has them can make a face that matches; and the sealed records of how your face checks were judged, which are deleted after 90 days.
`;

/**
 * Everything about a person as a ZIP of JSON files (GDPR, articles 15 and 20). Asks for the
 * password: a phone in other hands must not give it all away.
 */
export async function exportEverything(
  { id }: Pick<ShopperActor, 'id'>,
  given: ConfirmExport,
): Promise<Result<Response>> {
  const confirmed = await confirmOwn(id, (until) => ownIntent('export', id, until), given);
  if (!confirmed.ok) return confirmed;
  const files: Zippable = { 'README.txt': strToU8(README) };
  for (const [name, rows] of Object.entries(await readExport(id))) {
    files[name] = strToU8(JSON.stringify(rows, null, 2));
  }
  const zip = zipSync(files);
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="smile-to-pay.zip"',
    'cache-control': 'no-store',
  };
  return done(new Response(new Uint8Array(zip), { headers }));
}
