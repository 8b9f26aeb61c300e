import type { OrderItemView } from '@/lib/orders/view';
import { classNames } from '@/components/ui/class-names';

/** What was ordered, without prices: for whoever cooks it or waits for it. */
export function OrderItems({ items }: { readonly items: readonly OrderItemView[] }) {
  return (
    <ul aria-label="Items" className="space-y-1">
      {items.map((item, index) => (
        <li key={index} className="flex gap-2">
          <span className="tabular shrink-0 font-bold">{item.quantity} ×</span>
          <span>
            <span className={classNames(item.unavailable && 'line-through')}>{item.name}</span>
            {item.unavailable && <span className="block text-sm text-ink-soft">Not there</span>}
            {item.choices.length > 0 && (
              <span className="block text-sm text-ink-soft">{item.choices.join(', ')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
