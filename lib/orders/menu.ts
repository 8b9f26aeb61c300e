import type { CurrencyCode } from '@/lib/money/currency';
import type { Money } from '@/lib/money/money';

/** One pick within a group, e.g. "Oat milk" for ¥4 more. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly extra: Money;
}

/** A question about a product, e.g. "Milk": between `min` and `max` picks. */
export interface OptionGroup {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly Choice[];
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  /** Key of a drawing of ours, see `components/pictures`. */
  readonly picture: string;
  readonly price: Money;
  readonly optionGroups: readonly OptionGroup[];
  readonly available: boolean;
}

export interface Menu {
  readonly storeId: string;
  readonly currency: CurrencyCode;
  readonly products: readonly Product[];
}
