'use client';

import { useEffect, useRef, useState } from 'react';
import type {
  Authorize,
  BeginPayment,
  Identified,
  Identify,
  PaymentChallenge,
} from '@/lib/api/payments';
import type { ProblemCode } from '@/lib/api/problems';
import { request, type Refusal } from '@/components/api/request';
import { FaceCapture } from '@/components/capture/face-capture';
import type { DescribedFace } from '@/components/capture/run-capture';
import { amountText } from '@/components/ui/amount';
import type { Due } from './flow';
import { StepHeading } from './step-heading';

export interface SmileScreenProps {
  readonly due: Due;
  readonly digits: string;
  readonly onSmiled: (body: Authorize) => Promise<void>;
  readonly onRefused: (refusal: Refusal) => void;
  readonly onWay: (way: 'digits' | 'pin' | 'phone') => void;
}

/** The smile is the confirmation: whom it greets, how much and to whom stand beside it. */
export function SmileScreen({ due, digits, onSmiled, onRefused, onWay }: SmileScreenProps) {
  const { id, amount, payee } = due.payment;
  const [payer, setPayer] = useState<string>();
  const smiled = useRef(false);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  const identify = async (face: DescribedFace, challengeId: string) => {
    if (face.kind !== 'neutral') return;
    const answer = await request<Identified>('POST', `/api/payments/${id}/identify`, {
      challengeId,
      modelId: face.modelId,
      descriptors: [...face.descriptors],
    } satisfies Identify);
    if (answer.ok) setPayer(answer.value.payer);
    // Nobody should smile for nothing; but once they have, the smile's own answer counts, and
    // who has taken another way by now is not called back.
    else if (!smiled.current && !left.current && isFinal(answer.problem.code))
      onRefused(answer.problem);
  };

  return (
    <FaceCapture
      heading={
        <StepHeading title={payer ? `Hello, ${payer}` : 'Hello'}>
          {amountText(amount)} to {payee}
        </StepHeading>
      }
      prompts={{ smile: `Smile to pay ${amountText(amount)}` }}
      sendingLabel="Paying…"
      challenge={(screen) =>
        request<PaymentChallenge>('POST', `/api/payments/${id}/challenge`, {
          digits,
          screen,
        } satisfies BeginPayment)
      }
      onStepDescribed={(face, challenge) => void identify(face, challenge.id)}
      onDone={(evidence, challenge) => {
        smiled.current = true;
        return onSmiled({ challengeId: challenge.id, evidence });
      }}
      onRefused={onRefused}
      ways={[
        { label: 'Other digits', onChoose: () => onWay('digits') },
        { label: 'Pay with PIN', onChoose: () => onWay('pin') },
        { label: 'Pay on my phone', onChoose: () => onWay('phone') },
      ]}
    />
  );
}

/** Anything else may be mended by the smile that is still to come. */
function isFinal(code: ProblemCode): boolean {
  return ['face-unknown', 'wait-a-little', 'use-another-way', 'challenge-expired'].includes(code);
}
