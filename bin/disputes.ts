import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { newUuid, uuidSchema } from '@/lib/ids/uuid';
import { formatMoney, parseMoney } from '@/lib/money/format';
import type { Payment } from '@/lib/payments/payment';
import { resolveDispute } from '@/lib/payments/settling';
import { findDisputed } from '@/lib/server/db/due-store';
import { findOrder, findOrderOfPayment } from '@/lib/server/db/orders-store';
import { commitChange } from '@/lib/server/db/payments-store';
import { databasePool } from '@/lib/server/db/pool';
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
  const orderIds = await findDisputed();
  for (const id of orderIds) {
    const payment = (await findOrder(id))?.payment;
    if (payment) console.log(lineOf(payment));
  }
  console.log(`${orderIds.length} open`);
}

/** @throws StartFailure with a sentence when it cannot be settled like that */
async function resolve(paymentId: string, toShopper: string): Promise<void> {
  const id = uuidSchema.safeParse(paymentId);
  const record = id.success ? await findOrderOfPayment(id.data) : null;
  if (!record) throw new StartFailure(`There is no payment ${paymentId}.`);
  const { payment } = record;
  const amount = parseMoney(toShopper, payment.amount.currency);
  if (!amount) throw new StartFailure('Say how much goes back: --to-shopper 12.50, or 0.');
  const at = new Date();
  const moment = { at: at.toISOString(), newId: newUuid };
  const change = resolveDispute(payment, amount, moment);
  if (!change) throw new StartFailure('It is not disputed, or there is less than that in escrow.');
  const result = await commitChange(change, at);
  if (result !== 'ok') throw new StartFailure(`It was not settled: ${result}. Look again.`);
  console.log(`${formatMoney(amount)} to the shopper, the rest to ${payment.payee}.`);
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
