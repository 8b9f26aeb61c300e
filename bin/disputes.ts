import { uuidSchema } from '@/lib/ids/uuid';
import { formatMoney, parseMoney } from '@/lib/money/format';
import type { Payment } from '@/lib/payments/payment';
import { resolveDispute } from '@/lib/payments/settling';
import { findDisputed } from '@/lib/server/db/deadlines-store';
import { findPayment } from '@/lib/server/db/payments-store';
import { commitOn } from '@/lib/server/payments/commit';
import { StartFailure } from './launch/failure';
import { runOperatorCommand, withDatabase } from './launch/operator-command';

const USAGE = `Open disputes, and their end when shopper and shop do not find one themselves.

  npm run disputes                                  lists them
  npm run disputes -- --payment ID --to-shopper 12  gives 12.00 back, the rest goes to the shop`;

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
  const settled = await commitOn(
    record,
    ({ payment }, moment) => resolveDispute(payment, amount, moment),
    { by: { kind: 'operator' } },
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

await runOperatorCommand({
  usage: USAGE,
  options: { payment: { type: 'string' }, 'to-shopper': { type: 'string' } },
  run: ({ payment, 'to-shopper': toShopper, 'data-dir': dataDir }) =>
    withDatabase(dataDir, () =>
      payment === undefined ? list() : resolve(payment, toShopper ?? ''),
    ),
});
