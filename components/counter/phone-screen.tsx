'use client';

import type { PaymentOutcome } from '@/lib/api/payments';
import { Progress } from '@/components/ui/progress';
import type { Due } from './flow';
import { OtherWays, type PaymentWay } from './other-ways';
import { QrCode } from './qr-code';
import { StepHeading } from './step-heading';
import { usePaymentNews } from './use-payment';

export interface PhoneScreenProps {
  readonly due: Due;
  readonly onTold: (outcome: PaymentOutcome) => void;
  readonly onWay: (way: PaymentWay) => void;
}

/** The guest's own phone pays; this screen waits and knows when it has. */
export function PhoneScreen({ due, onTold, onWay }: PhoneScreenProps) {
  usePaymentNews(due, onTold);
  const address = `${window.location.origin}/pay/${due.payment.id}`;
  return (
    <>
      <StepHeading title="Pay on your phone">
        Point your phone’s camera at this picture and follow the link.
      </StepHeading>
      <div className="mx-auto w-full max-w-xs">
        <QrCode text={address} label={`Link to pay on your phone: ${address}`} />
      </div>
      <Progress label="Waiting for your phone…" />
      <OtherWays ways={['smile', 'pin']} onWay={onWay} />
    </>
  );
}
