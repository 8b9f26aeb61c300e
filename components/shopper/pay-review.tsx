'use client';

import { useEffect } from 'react';
import type { PlacedOrder } from '@/lib/api/orders';
import type { Me } from '@/lib/api/shoppers';
import { faceEngine } from '@/components/face-check/face-engine';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { ShowPayScreen } from './pay-screen';
import { SmileFirst, WithoutFace } from './pay-ways';
import { Items } from './receipt-view';

export interface PayReviewProps {
  readonly placed: PlacedOrder;
  readonly face: Me['face'];
  readonly onShow: ShowPayScreen;
}

/** Before anything is asked for: what it is, how much, to whom, and two ways to say yes. */
export function PayReview({ placed, face, onShow }: PayReviewProps) {
  const { payment, order } = placed;
  // The engine loads while the order is read.
  useEffect(() => {
    if (face) faceEngine();
  }, [face]);
  return (
    <div className="space-y-5">
      <Card aria-label="Your order" className="py-2 [&>ul]:border-none">
        <Items items={order.items} />
      </Card>
      {face ? (
        <SmileFirst onShow={onShow} smile="Pay with a smile" />
      ) : (
        <WithoutFace payment={payment} onShow={onShow} />
      )}
      <LinkButton href="/shop" tone="bare" className="w-full">
        Not now
      </LinkButton>
    </div>
  );
}
