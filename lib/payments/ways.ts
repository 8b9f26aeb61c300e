interface Way {
  /** The button's label at the counter and on the own phone; absent where it is not offered. */
  readonly counter?: string;
  readonly phone?: string;
  /** How the receipt names it. Absent where the payer is not recognised: the payment is handed on. */
  readonly receipt?: string;
}

/**
 * Every way to pay, in the order in which they are offered; none costs more than another. A new
 * one is an entry here, its screen (the compiler asks for it in `components/counter/way-screens.tsx`
 * and `components/shopper/way-screens.tsx`) and its use case.
 */
export const WAYS_TO_PAY = {
  face: { counter: 'Pay with a smile', phone: 'Pay with a smile', receipt: 'With a smile' },
  pin: { counter: 'Pay with PIN', phone: 'Pay with your PIN', receipt: 'With the PIN' },
  /** Signs amount and payee; where the shopper has one. */
  passkey: { phone: 'Pay with a passkey', receipt: 'With a passkey' },
  /** The guest's own phone takes the payment over and offers its own ways. */
  'own-phone': { counter: 'Pay on my phone' },
} as const satisfies Record<string, Way>;

type Ways = typeof WAYS_TO_PAY;
export type WayToPay = keyof Ways;

type WaysWith<Facts> = {
  [Name in WayToPay]: Ways[Name] extends Facts ? Name : never;
}[WayToPay];

/** How the payer was recognised. */
export type PaymentMethod = WaysWith<{ receipt: string }>;
export type CounterWay = WaysWith<{ counter: string }>;
export type PhoneWay = WaysWith<{ phone: string }>;

const names = Object.keys(WAYS_TO_PAY) as WayToPay[];

export const PAYMENT_METHODS = names.filter(
  (name): name is PaymentMethod => 'receipt' in WAYS_TO_PAY[name],
);
export const COUNTER_WAYS = names.filter(
  (name): name is CounterWay => 'counter' in WAYS_TO_PAY[name],
);
export const PHONE_WAYS = names.filter((name): name is PhoneWay => 'phone' in WAYS_TO_PAY[name]);
