'use client';

import type { Route } from 'next';
import { useState } from 'react';
import type { PaymentView } from '@/lib/payments/view';
import type { Refusal } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import type { ShowPayScreen } from './pay-screen';
import { SmileFirst, WithoutFace, WithoutSmile } from './pay-ways';
import { ProblemNotice } from './problem-notice';
import { TopUpSheet } from './top-up-sheet';

export interface PayRefusedProps {
  readonly refusal: Refusal;
  readonly payment: PaymentView;
  readonly onShow: ShowPayScreen;
}

/** No, said kindly, with whatever may still help. */
export function PayRefused(props: PayRefusedProps) {
  return (
    <div className="space-y-5">
      <ProblemNotice code={props.refusal.code} />
      <WayOn {...props} />
    </div>
  );
}

function WayOn({ refusal, payment, onShow }: PayRefusedProps) {
  switch (refusal.code) {
    case 'insufficient-funds':
      return <TopUpAndReturn payment={payment} onDone={() => onShow({ kind: 'review' })} />;
    case 'no-face-enrolled':
      return <WithoutFace payment={payment} onShow={onShow} />;
    case 'face-held':
    case 'device-unknown':
    case 'use-another-way':
      return <WithoutSmile onShow={onShow} />;
    case 'account-frozen':
      return (
        <LinkButton href="/me" className="w-full">
          Unfreeze it under Me
        </LinkButton>
      );
    case 'pin-not-set':
      return (
        <LinkButton href="/me" tone="go" size="large" className="w-full">
          Set a PIN
        </LinkButton>
      );
    case 'not-signed-in':
      return null;
    case 'wrong-state':
    case 'not-found':
      return (
        <LinkButton href={`/receipts/${payment.id}` as Route} className="w-full">
          See how it stands
        </LinkButton>
      );
    case 'wait-a-little':
      return (
        <SmileFirst onShow={onShow} smile="Smile again" afterSeconds={refusal.retryAfterSeconds} />
      );
    default:
      return <SmileFirst onShow={onShow} smile="Smile again" />;
  }
}

/** Money can be fetched right here; the order waits. */
function TopUpAndReturn(props: { readonly payment: PaymentView; readonly onDone: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="accent" size="large" className="w-full" onClick={() => setOpen(true)}>
        Top up
      </Button>
      <TopUpSheet
        open={open}
        currency={props.payment.amount.currency}
        onClose={() => setOpen(false)}
        onDone={props.onDone}
      />
    </>
  );
}
