import type { ProductView } from '@/lib/api/menu';
import { Picture } from '@/components/pictures/picture';
import { amountText } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';

export interface ProductTileProps {
  readonly product: ProductView;
  readonly onPick: () => void;
}

/** One thing on the menu; the whole tile is the button. */
export function ProductTile({ product, onPick }: ProductTileProps) {
  return (
    <button
      type="button"
      disabled={!product.available}
      onClick={onPick}
      className="group flex w-full flex-col overflow-hidden rounded-card border border-line bg-card text-left shadow-card transition-transform duration-150 active:scale-[0.98] disabled:opacity-60"
    >
      <span className="flex aspect-4/3 w-full items-center overflow-hidden">
        <Picture
          name={product.picture}
          className="w-full transition-transform duration-300 group-enabled:group-hover:scale-105"
        />
      </span>
      <span className="flex grow flex-col gap-1 p-4">
        <span className="text-lg leading-snug font-extrabold">{product.name}</span>
        <span className="line-clamp-2 text-sm text-ink-soft">{product.description}</span>
        <span className="mt-auto flex items-center justify-between gap-2 pt-2">
          <span className="tabular text-lg font-bold">{amountText(product.price)}</span>
          {!product.available && <Badge tone="stop">Sold out</Badge>}
        </span>
      </span>
    </button>
  );
}
