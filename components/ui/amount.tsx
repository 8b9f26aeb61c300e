import { formatMoney } from '@/lib/money/format';
import { moneySchema, type MoneyWire } from '@/lib/money/wire';

/** `¥38.00` as text, for labels and buttons. */
export function amountText(value: MoneyWire): string {
  return formatMoney(moneySchema.parse(value));
}

/** Money on screen, exact, with digits of one width. */
export function Amount({
  value,
  className = '',
}: {
  readonly value: MoneyWire;
  readonly className?: string;
}) {
  return <span className={`tabular whitespace-nowrap ${className}`}>{amountText(value)}</span>;
}
