'use client';

import type { PlacedOrder } from '@/lib/api/orders';
import type { Authorize, BeginPayment, PaymentChallenge } from '@/lib/api/payments';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { WAYS_TO_PAY } from '@/lib/payments/ways';
import { request } from '@/components/api/request';
import { FaceCheckView } from '@/components/face-check/face-check-view';
import { amountText } from '@/components/ui/amount';
import type { PayWayProps } from './pay-screen';
import { useWaysBeside } from './pay-ways';

/** The tap on Pay was the yes; the smile confirms it. */
export function PayBySmile({ payment, onAnswer, onShow }: PayWayProps) {
  const path = `/api/payments/${payment.id}`;
  const others = useWaysBeside('face');
  return (
    <section aria-label="Pay with a smile">
      <FaceCheckView
        signer="shopper"
        intentHash={hashIntent(paymentIntentOf(payment, 'own-phone'))}
        prompts={{ smile: `Smile to pay ${amountText(payment.amount)}` }}
        sendingLabel="Paying…"
        challenge={(wish) =>
          request<PaymentChallenge>('POST', `${path}/challenge`, wish satisfies BeginPayment)
        }
        onDone={async (evidence, { id }) => {
          const body: Authorize = { challengeId: id, evidence };
          await onAnswer(await request<PlacedOrder>('POST', `${path}/authorize`, body));
        }}
        onRefused={(refusal) => onShow({ ...refusal, kind: 'refused' })}
        ways={[
          ...others.map((way) => ({
            label: WAYS_TO_PAY[way].phone,
            onChoose: () => onShow({ kind: 'way', way }),
          })),
          { label: 'Cancel', onChoose: () => onShow({ kind: 'review' }) },
        ]}
      />
    </section>
  );
}
