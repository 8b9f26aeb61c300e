import type { OrderItemView } from '@/lib/api/orders';

/** What was ordered, without prices: for whoever cooks it or waits for it. */
export function OrderItems({ items }: { readonly items: readonly OrderItemView[] }) {
  return (
    <ul aria-label="Items" className="space-y-1">
      {items.map((item, index) => (
        <li key={index} className="flex gap-2">
          <span className="tabular shrink-0 font-bold">{item.quantity} ×</span>
          <span>
            {item.name}
            {item.choices.length > 0 && (
              <span className="block text-sm text-ink-soft">{item.choices.join(', ')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
