'use client';

import { ShoppingCart } from 'lucide-react';
import Link from 'next/link';
import { countOf } from '@/components/cart/cart';
import { useCart } from '@/components/cart/use-cart';

/** The way to the cart, with how much is in it. */
export function CartLink({ storeId }: { readonly storeId: string }) {
  const [cart] = useCart(storeId);
  const count = cart ? countOf(cart) : 0;
  return (
    <Link
      href="/cart"
      aria-label={`Cart, ${count} ${count === 1 ? 'item' : 'items'}`}
      className="relative grid size-12 shrink-0 place-items-center rounded-full border border-line bg-card shadow-card hover:bg-sunken"
    >
      <ShoppingCart aria-hidden="true" />
      {count > 0 && (
        <span
          key={count}
          aria-hidden="true"
          className="tabular absolute -top-1 -right-1 grid h-6 min-w-6 animate-pop place-items-center rounded-full bg-go px-1 text-sm font-extrabold text-on-go"
        >
          {count}
        </span>
      )}
    </Link>
  );
}
