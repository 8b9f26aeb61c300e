'use client';

import { KeyRound, Smile } from 'lucide-react';
import type { Route } from 'next';
import type { PaymentView } from '@/lib/api/orders';
import { Button } from '@/components/ui/button';
import { ButtonAfter } from '@/components/ui/button-after';
import { LinkButton } from '@/components/ui/link-button';
import type { ShowPayScreen } from './pay-screen';

interface WaysProps {
  readonly onShow: ShowPayScreen;
}

interface SmileOrPinProps extends WaysProps {
  readonly smile: string;
  /** The smile has to wait so long. */
  readonly afterSeconds?: number | undefined;
}

/** For whoever has a face here: the smile first, the PIN beside it. */
export function SmileOrPin({ onShow, smile, afterSeconds = 0 }: SmileOrPinProps) {
  return (
    <div className="space-y-3">
      <ButtonAfter
        seconds={afterSeconds}
        label={smile}
        picture={<Smile aria-hidden="true" />}
        tone="go"
        size="large"
        className="w-full"
        onClick={() => onShow({ kind: 'smile' })}
      />
      <Button className="w-full" onClick={() => onShow({ kind: 'pin' })}>
        <KeyRound aria-hidden="true" className="size-5" />
        {PIN}
      </Button>
      <p className="text-center text-sm text-ink-soft">Both cost the same.</p>
    </div>
  );
}

/** Where a smile would be no use. */
export function PinOnly({ onShow }: WaysProps) {
  return (
    <Button tone="go" size="large" className="w-full" onClick={() => onShow({ kind: 'pin' })}>
      <KeyRound aria-hidden="true" />
      {PIN}
    </Button>
  );
}

/** For whoever has no face here: the PIN, or the face first and then back to this payment. */
export function PinOrAddFace({ onShow, payment }: WaysProps & { readonly payment: PaymentView }) {
  const back = encodeURIComponent(`/pay/${payment.id}`);
  return (
    <div className="space-y-3">
      <PinOnly onShow={onShow} />
      <LinkButton href={`/enrol?next=${back}` as Route} className="w-full">
        <Smile aria-hidden="true" className="size-5" />
        Add your face first
      </LinkButton>
      <p className="text-center text-sm text-ink-soft">Both cost the same.</p>
    </div>
  );
}

const PIN = 'Pay with your PIN';
