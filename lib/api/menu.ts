import type { CurrencyCode } from '@/lib/money/currency';
import type { MoneyWire } from '@/lib/money/wire';

/** The menu as screens show it; prices here are for reading, the server prices again. */
export interface MenuView {
  readonly currency: CurrencyCode;
  readonly products: readonly ProductView[];
}

export interface ProductView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly picture: string;
  readonly price: MoneyWire;
  readonly available: boolean;
  readonly optionGroups: readonly OptionGroupView[];
}

export interface OptionGroupView {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly choices: readonly {
    readonly id: string;
    readonly name: string;
    readonly extra: MoneyWire;
  }[];
}

export interface StoreMenu {
  readonly storeId: string;
  readonly storeName: string;
  /** Who is paid, as every payment screen names it. */
  readonly payee: string;
  /** The tips that are offered, in percent of the price; none where nobody tips. */
  readonly tipPercents: readonly number[];
  readonly menu: MenuView;
}
