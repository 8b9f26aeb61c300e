'use client';

import { useEffect, useRef, useState } from 'react';
import { claimBy } from '@/lib/access/claim';
import type { PlacedOrder } from '@/lib/api/orders';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import type {
  Authorize,
  BeginPayment,
  Identified,
  Identify,
  PaymentChallenge,
} from '@/lib/api/payments';
import type { ProblemCode } from '@/lib/api/problems';
import { WAYS_TO_PAY, type CounterWay } from '@/lib/payments/ways';
import { request, type Refusal } from '@/components/api/request';
import { FaceCheckView } from '@/components/face-check/face-check-view';
import { amountText } from '@/components/ui/amount';
import { OTHER_DIGITS, waysBeside } from './other-ways';
import { StepHeading } from './step-heading';

export interface SmileScreenProps {
  readonly placed: PlacedOrder;
  readonly digits: string;
  readonly onSmiled: (body: Authorize) => Promise<void>;
  readonly onRefused: (refusal: Refusal) => void;
  readonly onWay: (way: CounterWay) => void;
}

/** The smile is the confirmation: whom it greets, how much and to whom stand beside it. */
export function SmileScreen({ placed, digits, onSmiled, onRefused, onWay }: SmileScreenProps) {
  const { id, amount, payee } = placed.payment;
  const [payer, setPayer] = useState<string>();
  const smiled = useRef(false);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const identify = async (greeting: string, challengeId: string) => {
    const answer = await request<Identified>('POST', `/api/payments/${id}/identify`, {
      challengeId,
      greeting,
    } satisfies Identify);
    if (answer.ok) setPayer(answer.value.payer);
    // Nobody should smile for nothing; but once they have, the smile's own answer counts, and
    // who has taken another way by now is not called back.
    else if (!smiled.current && !left.current && isFinal(answer.problem.code))
      onRefused(answer.problem);
  };

  return (
    <FaceCheckView
      signer="terminal"
      intentHash={hashIntent(paymentIntentOf(placed.payment, claimBy(digits)))}
      heading={
        <StepHeading title={payer ? `Hello, ${payer}` : 'Hello'}>
          {amountText(amount)} to {payee}
        </StepHeading>
      }
      prompts={{ smile: `Smile to pay ${amountText(amount)}` }}
      sendingLabel="Paying…"
      challenge={({ screen }) =>
        request<PaymentChallenge>('POST', `/api/payments/${id}/challenge`, {
          digits,
          screen,
        } satisfies BeginPayment)
      }
      onGreeting={(greeting, challenge) => void identify(greeting, challenge.id)}
      onDone={(evidence, challenge) => {
        smiled.current = true;
        return onSmiled({ challengeId: challenge.id, evidence });
      }}
      onRefused={onRefused}
      ways={[
        { label: OTHER_DIGITS, onChoose: () => onWay('face') },
        ...waysBeside('face').map((way) => ({
          label: WAYS_TO_PAY[way].counter,
          onChoose: () => onWay(way),
        })),
      ]}
    />
  );
}

/** Anything else may be mended by the smile that is still to come. */
function isFinal(code: ProblemCode): boolean {
  return ['face-unknown', 'wait-a-little', 'use-another-way', 'challenge-expired'].includes(code);
}
