import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import {
  STATEMENT_KINDS,
  type SignedMoney,
  type StatementKind,
  type StatementView,
} from '@/lib/api/merchant';
import { accountId } from '@/lib/ledger/account';
import { statementOf, type Holdings, type Statement } from '@/lib/ledger/statement';
import type { TransferCode } from '@/lib/ledger/transfer';
import type { CurrencyCode } from '@/lib/money/currency';
import { money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { now } from '../clock';
import { readDay, type DayBooks } from '../db/statement-store';
import { findMerchant } from '../db/merchants-store';
import { done, refused, type Result } from '../result';
import { dayIn } from '../day';

interface DayStatement {
  readonly day: string;
  readonly timeZone: string;
  readonly currency: CurrencyCode;
  readonly statement: Statement;
  readonly payments: DayBooks['payments'];
}

/** The day's statement for the page. */
export async function readStatement(
  owner: StaffActor,
  day: string,
): Promise<Result<StatementView>> {
  const read = await dayStatement(owner, day);
  return read.ok ? done(viewOf(read.value)) : read;
}

/** A day that has not begun where the shop is has no statement. */
export async function dayStatement(
  { merchantId }: StaffActor,
  day: string,
): Promise<Result<DayStatement>> {
  const { currency, timeZone } = (await findMerchant(merchantId)).settings;
  if (day > dayIn(timeZone, now())) return refused('not-found');
  const merchant = accountId({ kind: 'merchant', ownerId: merchantId, currency });
  const escrow = accountId({ kind: 'escrow', ownerId: merchantId, currency });
  const accounts = { merchant, escrow };
  const { opening, entries, payments } = await readDay(accounts, day, timeZone);
  const statement = statementOf(accounts, opening, entries);
  return done({ day, timeZone, currency, statement, payments });
}

function viewOf({ day, timeZone, currency, statement, payments }: DayStatement): StatementView {
  const wire = (amount: bigint) => toWire(money(amount, currency));
  const plain = ({ balance, escrow }: Holdings) => ({
    balance: wire(balance),
    escrow: wire(escrow),
  });
  const signed = (amount: bigint): SignedMoney => ({
    out: amount < 0n,
    amount: wire(amount < 0n ? -amount : amount),
  });
  return {
    day,
    timeZone,
    opening: plain(statement.opening),
    closing: plain(statement.closing),
    totals: statement.totals.map(({ code, count, balance, escrow }) => ({
      kind: kindOf(code),
      count,
      balance: signed(balance),
      escrow: signed(escrow),
    })),
    lines: statement.lines.map(({ id, at, code, referenceId, balance, escrow }) => {
      return {
        id,
        at: at.toISOString(),
        kind: kindOf(code),
        paymentId: payments.has(referenceId ?? '') ? referenceId : null,
        ticket: payments.get(referenceId ?? '') ?? null,
        balance: signed(balance),
        escrow: signed(escrow),
      };
    }),
  };
}

/** Whatever else might once touch a merchant's account is a correction to its owner. */
function kindOf(code: TransferCode): StatementKind {
  return STATEMENT_KINDS.find((kind) => kind === code) ?? 'correction';
}
