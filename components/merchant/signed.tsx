import type { SignedMoney } from '@/lib/api/merchant';
import { Amount } from '@/components/ui/amount';

/** Money that came in or went out, with its sign; nothing is a dash. */
export function Signed({ value: { out, amount } }: { readonly value: SignedMoney }) {
  if (amount.amount === '0') return <span className="text-ink-soft">–</span>;
  return (
    <span className={`tabular whitespace-nowrap ${out ? '' : 'text-go-ink'}`}>
      {out ? '−' : '+'}
      <Amount value={amount} />
    </span>
  );
}
