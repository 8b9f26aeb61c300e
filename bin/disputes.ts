import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { uuidSchema } from '@/lib/ids/uuid';
import { formatMoney, parseMoney } from '@/lib/money/format';
import type { Payment } from '@/lib/payments/payment';
import { resolveDispute } from '@/lib/payments/settling';
import { findDisputed } from '@/lib/server/db/deadlines-store';
import { findPayment } from '@/lib/server/db/payments-store';
import { databasePool } from '@/lib/server/db/pool';
import { commitOn } from '@/lib/server/payments/commit';
import { sentenceFor, StartFailure } from './launch/failure';
import { openDatabase } from './launch/open-database';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const USAGE = `Open disputes, and their end when shopper and shop do not find one themselves.

  npm run disputes                                  lists them
  npm run disputes -- --payment ID --to-shopper 12  gives 12.00 back, the rest goes to the shop

  --data-dir DIR   the app's data folder; or set DATABASE_URL`;

/** @returns the process's exit code */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string', default: path.join(root, '.data') },
      payment: { type: 'string' },
      'to-shopper': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const database = await openDatabase(path.resolve(values['data-dir']));
  process.env.DATABASE_URL = database.url;
  try {
    if (values.payment === undefined) await list();
    else await resolve(values.payment, values['to-shopper'] ?? '');
    return 0;
  } finally {
    await databasePool().end();
    await database.release();
  }
}

async function list(): Promise<void> {
  const paymentIds = await findDisputed();
  for (const id of paymentIds) {
    const record = await findPayment(id);
    if (record) console.log(lineOf(record.payment));
  }
  console.log(`${paymentIds.length} open`);
}

/** @throws StartFailure with a sentence when it cannot be settled like that */
async function resolve(paymentId: string, toShopper: string): Promise<void> {
  const id = uuidSchema.safeParse(paymentId);
  const record = id.success ? await findPayment(id.data) : null;
  if (!record) throw new StartFailure(`There is no payment ${paymentId}.`);
  const { payee, amount: paid } = record.payment;
  const amount = parseMoney(toShopper, paid.currency);
  if (!amount) throw new StartFailure('Say how much goes back: --to-shopper 12.50, or 0.');
  const settled = await commitOn(record, ({ payment }, moment) =>
    resolveDispute(payment, amount, moment),
  );
  if (!settled.ok) throw new StartFailure(notSettled(settled.code));
  console.log(`${formatMoney(amount)} to the shopper, the rest to ${payee}.`);
}

function notSettled(code: string): string {
  if (code === 'wrong-state') return 'It is not disputed.';
  if (code === 'amount-out-of-range') return 'There is less than that in escrow.';
  return `It was not settled: ${code}. Look again.`;
}

function lineOf({ id, payee, state }: Payment): string {
  if (state.kind !== 'captured' || !state.dispute) return `${id} is settled`;
  const { reason, openedAt } = state.dispute;
  return `${id}  ${formatMoney(state.escrow)}  ${payee}  ${reason}  since ${openedAt}`;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentenceFor(error));
  return 1;
});
