'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { emptyCart, readCart, type Cart } from './cart';

/** Tells the other views of this tab, which the browser's own `storage` event leaves out. */
const CHANGED = 'smile:cart';

/**
 * The cart of one store, kept for as long as the tab lives: a reload finds the same
 * lines under the same ids.
 *
 * @returns the cart (undefined while the server renders: it cannot know) and a way to
 *   change it.
 */
export function useCart(
  storeId: string,
): readonly [Cart | undefined, (change: (cart: Cart) => Cart) => void] {
  const key = `cart:${storeId}`;
  const text = useSyncExternalStore(
    subscribe,
    () => stored(key),
    () => undefined,
  );
  const cart = useMemo(() => (text === undefined ? undefined : readCart(text)), [text]);
  const change = useCallback(
    (step: (cart: Cart) => Cart) => keep(key, step(readCart(stored(key)) ?? emptyCart())),
    [key],
  );
  return [cart, change];
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/** Makes the ids at the first look, so that even the first tap has lasting ones. */
function stored(key: string): string {
  const text = sessionStorage.getItem(key);
  if (text !== null && readCart(text)) return text;
  const fresh = JSON.stringify(emptyCart());
  sessionStorage.setItem(key, fresh);
  return fresh;
}

function keep(key: string, cart: Cart): void {
  sessionStorage.setItem(key, JSON.stringify(cart));
  window.dispatchEvent(new Event(CHANGED));
}
