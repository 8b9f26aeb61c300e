'use client';

import { useState } from 'react';
import type { PaidByPin, PayByPin as PinBody } from '@/lib/api/payments';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { request } from '@/components/api/request';
import { problemWords } from '@/components/words/problems';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import type { PayWayProps } from './pay-screen';

export interface PayByPinProps extends PayWayProps {
  /** The smile was near, and the PIN completes it. */
  readonly afterSmile?: boolean;
}

/** Six digits; a wrong PIN may be typed again right here. */
export function PayByPin({ payment, afterSmile = false, onAnswer, onShow }: PayByPinProps) {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<'pin-refused' | 'pin-not-set'>();

  async function pay() {
    setBusy(true);
    setTrouble(undefined);
    const path = `/api/payments/${payment.id}/pin`;
    const intentHash = hashIntent(paymentIntentOf(payment, 'own-phone'));
    const body = { pin, intentHash } satisfies PinBody;
    const answer = await request<PaidByPin>('POST', path, body);
    const code = answer.ok ? undefined : answer.problem.code;
    if (code !== 'pin-refused' && code !== 'pin-not-set') return onAnswer(answer);
    setBusy(false);
    setPin('');
    setTrouble(code);
  }

  return (
    <section aria-labelledby="pin-title" className="mx-auto max-w-sm space-y-5">
      <h2 id="pin-title" className="text-center text-xl font-extrabold">
        {afterSmile ? problemWords('one-more-thing').title : 'Your PIN'}
      </h2>
      <PinPad
        label="Your PIN"
        value={pin}
        onChange={setPin}
        onEnter={pin.length === PIN_LENGTH ? () => void pay() : undefined}
        disabled={busy}
        error={trouble && errorWords(trouble)}
      />
      {trouble === 'pin-not-set' && (
        <LinkButton href="/me" className="w-full">
          Set a PIN
        </LinkButton>
      )}
      <Button
        tone="go"
        size="large"
        className="w-full"
        disabled={pin.length !== PIN_LENGTH}
        busy={busy ? 'Paying…' : undefined}
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

function errorWords(code: 'pin-refused' | 'pin-not-set'): string {
  return code === 'pin-refused' ? 'That is not your PIN. Try again.' : problemWords(code).title;
}
