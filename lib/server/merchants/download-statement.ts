import type { StaffActor } from '@/lib/access/actors';
import { type Result, done } from '../result';
import { statementCsv } from './csv';
import { dayStatement } from './read-statement';

/** The day's statement as a file. */
export async function downloadStatement(owner: StaffActor, day: string): Promise<Result<Response>> {
  const read = await dayStatement(owner, day);
  if (!read.ok) return read;
  const { currency, statement, payments } = read.value;
  const headers = {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="statement-${day}.csv"`,
    'cache-control': 'no-store',
  };
  return done(new Response(statementCsv(statement, currency, payments), { headers }));
}
