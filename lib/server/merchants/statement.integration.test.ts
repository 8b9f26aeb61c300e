import { beforeAll, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { accountId } from '@/lib/ledger/account';
import { money } from '@/lib/money/money';
import { atTime, now } from '../clock';
import { databasePool } from '../db/pool';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import { MINA, openDemo, staffOf, value } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { topUpWallet } from '../shoppers/top-up-wallet';
import { busyDay } from './busy-day.fixture';
import { payOut } from './pay-out';
import { readBalance } from './read-balance';
import { readStatement } from './read-statement';
import { readStatementDays } from './read-statement-days';
import { downloadStatement } from './download-statement';

const owners = [staffOf(DEMO_RESTAURANT), staffOf(DEMO_SHOP)];
const DAY_MS = 24 * 60 * 60 * 1000;
/** Noon in Shanghai, where both shops are. */
const NOON = Date.parse('2026-11-20T04:00:00.000Z');
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22'] as const;

openDemo();
beforeAll(async () => {
  for (const [index] of DAYS.entries()) await busyDay(new Date(NOON + index * DAY_MS), index + 10);
});

const afterwards = <T>(run: () => T) => atTime(new Date(NOON + 4 * DAY_MS), run);
const signed = ({ out, amount }: { out: boolean; amount: { amount: string } }) =>
  out ? -BigInt(amount.amount) : BigInt(amount.amount);

describe('a merchant', () => {
  it.each(owners)('reads days that add up, one after the other: $name', async (owner) => {
    let before: unknown;
    for (const day of DAYS) {
      const statement = value(await afterwards(() => readStatement(owner, day)));
      if (before) expect(statement.opening).toEqual(before);
      before = statement.closing;
      for (const kind of ['balance', 'escrow'] as const) {
        const opening = BigInt(statement.opening[kind].amount);
        const lines = statement.lines.reduce((sum, line) => sum + signed(line[kind]), opening);
        const totals = statement.totals.reduce((sum, total) => sum + signed(total[kind]), opening);
        expect([lines, totals]).toEqual([
          BigInt(statement.closing[kind].amount),
          BigInt(statement.closing[kind].amount),
        ]);
      }
    }
    const { available, escrow } = value(await readBalance(owner));
    expect(before).toEqual({ balance: available, escrow });
  });

  it.each(owners)('finds every payment of the day named: $name', async (owner) => {
    const { merchantId } = owner;
    const accounts = (['merchant', 'escrow'] as const).map((kind) =>
      accountId({ kind, ownerId: merchantId, currency: 'CNY' }),
    );
    const { rows } = await databasePool().query<{ id: string; day: string }>(
      `SELECT DISTINCT reference_id AS id,
              to_char(ledger_transfers.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day
         FROM ledger_transfers JOIN payments ON payments.id = reference_id
        WHERE kind IN ('posted', 'post')
          AND (debit_account_id = ANY ($1) OR credit_account_id = ANY ($1))`,
      [accounts],
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const day of DAYS) {
      const { lines } = value(await afterwards(() => readStatement(owner, day)));
      const named = new Set(lines.flatMap(({ paymentId }) => paymentId ?? []));
      expect(named).toEqual(new Set(rows.filter((row) => row.day === day).map(({ id }) => id)));
    }
  });

  it.each(owners)('finds each day with the totals of its statement: $name', async (owner) => {
    const ask = (search = {}) => readStatementDays(owner, new URLSearchParams(search));
    const { days } = value(await afterwards(ask));
    expect(days.map(({ day }) => day)).toEqual(DAYS.toReversed());
    for (const { day, sales, givenBack, fees, paidOut } of days) {
      const { totals } = value(await afterwards(() => readStatement(owner, day)));
      const moved = (...kinds: readonly string[]) =>
        totals
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((sum, { balance, escrow }) => sum + signed(balance) + signed(escrow), 0n);
      expect([sales, givenBack, fees, paidOut].map(signed)).toEqual([
        moved('capture'),
        moved('refund'),
        moved('fee', 'fee-refund'),
        moved('payout'),
      ]);
    }
    const until = await afterwards(() => ask({ until: DAYS[1] }));
    expect(value(until).days.map(({ day }) => day)).toEqual([DAYS[1], DAYS[0]]);
    const none = { ok: false, code: 'not-found' };
    expect(await afterwards(() => ask({ until: '2026-12-31' }))).toEqual(none);
    expect(await ask({ until: 'never' })).toEqual({ ok: false, code: 'invalid-request' });
  });

  it('gets the same lines as a file that a spreadsheet can add up', async () => {
    const [owner = staffOf(DEMO_RESTAURANT)] = owners;
    const file = value(await afterwards(() => downloadStatement(owner, DAYS[1])));
    const [header, ...rows] = (await file.text()).trimEnd().split('\r\n');
    expect(header).toBe('time,kind,order,payment,transfer,balance,escrow,currency');
    const cents = rows.map((row) => Math.round(Number(row.split(',')[5]) * 100));
    const closing = cents.pop();
    expect(cents.reduce((sum, cent) => sum + cent, 0)).toBe(closing);
    expect(rows.every((row) => row.split(',').length === 8)).toBe(true);
  });

  it('is paid out once for one id, and never more than there is', async () => {
    const [owner = staffOf(DEMO_RESTAURANT)] = owners;
    value(await topUpWallet(MINA, { id: newUuid(), amount: money(50_000, 'CNY') }));
    const available = BigInt(value(await readBalance(owner)).available.amount);
    const all = { id: newUuid(), amount: money(available, 'CNY') };
    const taps = await Promise.all([1, 2, 3].map(() => payOut(owner, all)));
    for (const tap of taps) expect(value(tap).available.amount).toBe('0');
    expect(await payOut(owner, { ...all, amount: money(1, 'CNY') })).toMatchObject({ ok: false });
    expect(await payOut(owner, { id: newUuid(), amount: money(1, 'CNY') })).toEqual({
      ok: false,
      code: 'merchant-balance-low',
    });
    await ledgerIsBalanced();
  });

  it('has no statement of a day that has not begun where the shop is', async () => {
    const [owner = staffOf(DEMO_RESTAURANT)] = owners;
    // One hour before midnight in Shanghai.
    const evening = new Date('2026-11-20T15:00:00.000Z');
    const ask = (day: string) => atTime(evening, () => readStatement(owner, day));
    expect(await ask('2026-11-20')).toMatchObject({ ok: true });
    expect(await ask('2026-11-21')).toEqual({ ok: false, code: 'not-found' });
    expect(now().getTime()).toBeGreaterThan(evening.getTime());
  });
});
