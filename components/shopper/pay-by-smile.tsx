'use client';

import type { Authorize, BeginPayment, PaymentChallenge, PaymentOutcome } from '@/lib/api/payments';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { request } from '@/components/api/request';
import { FaceCheckView } from '@/components/face-check/face-check-view';
import { amountText } from '@/components/ui/amount';
import type { PayWayProps } from './pay-screen';

/** The tap on Pay was the yes; the smile confirms it. */
export function PayBySmile({ payment, onAnswer, onShow }: PayWayProps) {
  const path = `/api/payments/${payment.id}`;
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
          await onAnswer(await request<PaymentOutcome>('POST', `${path}/authorize`, body));
        }}
        onRefused={(refusal) => onShow({ ...refusal, kind: 'refused' })}
        ways={[
          { label: 'Use your PIN', onChoose: () => onShow({ kind: 'pin' }) },
          { label: 'Cancel', onChoose: () => onShow({ kind: 'review' }) },
        ]}
      />
    </section>
  );
}
