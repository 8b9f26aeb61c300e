'use client';

import { useState } from 'react';
import type { PlacedOrder } from '@/lib/api/orders';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { signByPasskey } from '@/components/api/passkeys';
import { request } from '@/components/api/request';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import type { PayWayProps } from './pay-screen';
import { ProblemNotice } from './problem-notice';

/** The phone's own question, by finger, face or code; it signs amount and payee. */
export function PayByPasskey({ payment, onAnswer, onShow }: PayWayProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);

  async function pay() {
    setBusy(true);
    setRefused(false);
    const path = `/api/payments/${payment.id}/passkey`;
    const intentHash = hashIntent(paymentIntentOf(payment, 'own-phone'));
    const signed = await signByPasskey(`${path}/options`, { intentHash });
    const answer = signed.ok
      ? await request<PlacedOrder>('POST', path, { passkey: signed.value })
      : signed;
    if (answer.ok || answer.problem.code !== 'passkey-refused') return onAnswer(answer);
    setBusy(false);
    setRefused(true);
  }

  return (
    <section aria-labelledby="passkey-title" className="mx-auto max-w-sm space-y-5">
      <h2 id="passkey-title" className="text-center text-xl font-extrabold">
        Your passkey
      </h2>
      {refused && <ProblemNotice code="passkey-refused" />}
      <Button
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Your phone is asking you…' : undefined}
        onClick={() => void pay()}
      >
        Pay {amountText(payment.amount)}
      </Button>
      <Button tone="bare" className="w-full" onClick={() => onShow({ kind: 'review' })}>
        Another way
      </Button>
    </section>
  );
}
