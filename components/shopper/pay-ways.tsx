'use client';

import { Smile } from 'lucide-react';
import type { Route } from 'next';
import { createContext, useContext, type ComponentProps } from 'react';
import { PHONE_WAYS, WAYS_TO_PAY, type PhoneWay } from '@/lib/payments/ways';
import type { PaymentView } from '@/lib/payments/view';
import { Button } from '@/components/ui/button';
import { ButtonAfter } from '@/components/ui/button-after';
import { LinkButton } from '@/components/ui/link-button';
import { WAY_ICONS } from '@/components/ui/way-icons';
import type { ShowPayScreen } from './pay-screen';

interface WaysProps {
  readonly onShow: ShowPayScreen;
}

interface SmileFirstProps extends WaysProps {
  readonly smile: string;
  /** The smile has to wait so long. */
  readonly afterSeconds?: number | undefined;
}

/** For whoever has a face here: the smile first, the other ways beside it. */
export function SmileFirst({ onShow, smile, afterSeconds = 0 }: SmileFirstProps) {
  const others = useWaysBeside('face');
  return (
    <div className="space-y-3">
      <ButtonAfter
        seconds={afterSeconds}
        label={smile}
        picture={<Smile aria-hidden="true" />}
        tone="go"
        size="large"
        className="w-full"
        onClick={() => onShow({ kind: 'way', way: 'face' })}
      />
      {others.map((way) => (
        <WayButton key={way} way={way} onShow={onShow} />
      ))}
      <SamePrice others={others.length} />
    </div>
  );
}

/** Where a smile would be no use. */
export function WithoutSmile({ onShow }: WaysProps) {
  return useWaysBeside('face').map((way) => (
    <WayButton key={way} way={way} onShow={onShow} tone="go" size="large" />
  ));
}

/** For whoever has no face here: another way, or the face first and then back to this payment. */
export function WithoutFace({ onShow, payment }: WaysProps & { readonly payment: PaymentView }) {
  const back = encodeURIComponent(`/pay/${payment.id}`);
  return (
    <div className="space-y-3">
      <WithoutSmile onShow={onShow} />
      <LinkButton href={`/enrol?next=${back}` as Route} className="w-full">
        <Smile aria-hidden="true" className="size-5" />
        Add your face first
      </LinkButton>
      <SamePrice others={useWaysBeside('face').length} />
    </div>
  );
}

function WayButton(
  props: Pick<ComponentProps<typeof Button>, 'tone' | 'size'> &
    WaysProps & { readonly way: PhoneWay },
) {
  const { way, onShow, ...look } = props;
  const Icon = WAY_ICONS[way];
  return (
    <Button {...look} className="w-full" onClick={() => onShow({ kind: 'way', way })}>
      <Icon aria-hidden="true" className="size-5" />
      {WAYS_TO_PAY[way].phone}
    </Button>
  );
}

/** Whether the payer has a passkey; else that way is not offered. */
export const HasPasskey = createContext(false);

/** Without the current one. */
export function useWaysBeside(current: PhoneWay): readonly PhoneWay[] {
  const hasPasskey = useContext(HasPasskey);
  return PHONE_WAYS.filter((way) => way !== current && (way !== 'passkey' || hasPasskey));
}

function SamePrice({ others }: { readonly others: number }) {
  return (
    <p className="text-center text-sm text-ink-soft">
      {others === 1 ? 'Both cost the same.' : 'All cost the same.'}
    </p>
  );
}
