'use client';

import { Progress } from '@/components/ui/progress';
import { OtherWays } from './other-ways';
import { QrCode } from './qr-code';
import { StepHeading } from './step-heading';
import { useFollowedPayment } from './use-payment';
import type { WayScreenProps } from './way-screen';

/** The guest's own phone pays; this screen waits and knows when it has. */
export function PhoneScreen({ placed, counter, onWay }: WayScreenProps) {
  useFollowedPayment(placed, (now) => counter.send({ kind: 'updated', placed: now }));
  const address = `${window.location.origin}/pay/${placed.payment.id}`;
  return (
    <>
      <StepHeading title="Pay on your phone">
        Point your phone’s camera at this picture and follow the link.
      </StepHeading>
      <div className="mx-auto w-full max-w-xs">
        <QrCode text={address} label={`Link to pay on your phone: ${address}`} />
      </div>
      <Progress label="Waiting for your phone…" />
      <OtherWays current="own-phone" onWay={onWay} />
    </>
  );
}
