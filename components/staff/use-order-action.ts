'use client';

import { useState } from 'react';
import type { Accept, Reject, RefundRequest, StaffOrder } from '@/lib/api/staff';
import { request } from '@/components/api/request';
import { problemWords } from '@/components/words/problems';

/** One tap is enough for these. */
export type SimpleAction = 'ready' | 'pick-up' | 'dispatch';

export type OrderAction =
  | { readonly kind: SimpleAction; readonly body: Record<string, never> }
  | { readonly kind: 'accept'; readonly body: Accept }
  | { readonly kind: 'reject'; readonly body: Reject }
  | { readonly kind: 'refund'; readonly body: RefundRequest };

export interface OrderActions {
  /** What is being done to this order right now; all buttons rest meanwhile. */
  readonly busy: OrderAction['kind'] | null;
  /** A short word when the last tap did not do what it said. */
  readonly trouble: string | null;
  /** @returns whether it was done. */
  readonly act: (action: OrderAction) => Promise<boolean>;
}

/** One tap, one thing: in flight nothing else starts, and a lost race shows the real state. */
export function useOrderAction(
  orderId: string,
  onChanged: (changed: StaffOrder) => void,
  onRaceLost: () => Promise<void>,
): OrderActions {
  const [busy, setBusy] = useState<OrderAction['kind'] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function act({ kind, body }: OrderAction): Promise<boolean> {
    if (busy) return false;
    setBusy(kind);
    setTrouble(null);
    const answer = await request<StaffOrder>('POST', `/api/staff/orders/${orderId}/${kind}`, body);
    if (answer.ok) {
      onChanged(answer.value);
    } else if (answer.problem.code === 'wrong-state') {
      // The card is about to move to another column, so its board says the word.
      await onRaceLost();
    } else {
      setTrouble(problemWords(answer.problem.code).title);
    }
    setBusy(null);
    return answer.ok;
  }

  return { busy, trouble, act };
}
