import { z } from 'zod';
import { newUuid, uuidSchema, type Uuid } from '@/lib/ids/uuid';
import type { Money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { tipOf } from '@/lib/orders/pricing';

/** What a guest has picked: one product with one set of options. */
export interface CartLine {
  readonly productId: string;
  readonly quantity: number;
  readonly choiceIds: readonly string[];
}

/**
 * The ids belong to exactly these lines and this tip: sent again, they are the same order and the
 * same payment, however often someone taps; any change makes new ones.
 */
export interface Cart {
  readonly orderId: Uuid;
  readonly paymentId: Uuid;
  readonly lines: readonly CartLine[];
  /** In percent of the price; zero unless the guest chose one. */
  readonly tipPercent: number;
}

/** The server takes no more of one thing, and no more lines. */
export const QUANTITY_MAX = 50;
const LINES_MAX = 50;

const cartSchema = z.object({
  orderId: uuidSchema,
  paymentId: uuidSchema,
  lines: z
    .array(
      z.object({
        productId: z.string().min(1),
        quantity: z.int().min(1).max(QUANTITY_MAX),
        choiceIds: z.array(z.string()),
      }),
    )
    .max(LINES_MAX),
  tipPercent: z.int().min(0).max(100).default(0),
});

export function emptyCart(): Cart {
  return withLines([]);
}

/** The same picks as a new order: what was sent under the old ids is over. */
export function renewed({ lines, tipPercent }: Cart): Cart {
  return withLines(lines, tipPercent);
}

export function withTip({ lines }: Cart, tipPercent: number): Cart {
  return withLines(lines, tipPercent);
}

/** What is sent to order this, but for the place. @requires `total`: what the lines cost */
export function orderOf({ orderId, paymentId, lines, tipPercent }: Cart, total: Money | undefined) {
  const tip = total && tipPercent > 0 ? tipOf(total, tipPercent) : undefined;
  return {
    id: orderId,
    paymentId,
    lines: lines.map((line) => ({ ...line, choiceIds: [...line.choiceIds] })),
    ...(tip && { tip: toWire(tip) }),
  };
}

/** Adds to the line with the same options, or as a new line. */
export function addLine(cart: Cart, line: CartLine): Cart {
  const at = cart.lines.findIndex((other) => sameThing(other, line));
  const before = cart.lines[at];
  if (before) return setQuantity(cart, at, before.quantity + line.quantity);
  return cart.lines.length < LINES_MAX ? withLines([...cart.lines, line], cart.tipPercent) : cart;
}

/** @requires the index of a line. None left takes the line away. */
export function setQuantity(cart: Cart, index: number, quantity: number): Cart {
  const bounded = Math.min(quantity, QUANTITY_MAX);
  return withLines(
    cart.lines.flatMap((line, i) => {
      if (i !== index) return [line];
      return bounded > 0 ? [{ ...line, quantity: bounded }] : [];
    }),
    cart.tipPercent,
  );
}

export function countOf(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** @returns the cart that was kept, or undefined when the text is none of ours. */
export function readCart(text: string | null): Cart | undefined {
  try {
    const parsed = cartSchema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function withLines(lines: readonly CartLine[], tipPercent = 0): Cart {
  return { orderId: newUuid(), paymentId: newUuid(), lines, tipPercent };
}

function sameThing(a: CartLine, b: CartLine): boolean {
  const key = ({ productId, choiceIds }: CartLine) => [productId, ...[...choiceIds].sort()].join();
  return key(a) === key(b);
}
