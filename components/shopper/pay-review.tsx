'use client';

import { KeyRound, Smile } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OrderView } from '@/lib/api/orders';
import type { ProblemCode } from '@/lib/api/problems';
import type { CurrencyCode } from '@/lib/money/currency';
import { faceEngine } from '@/components/capture/face-engine';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { PayScreen } from './pay-journey';
import { ProblemNotice } from './problem-notice';
import { Items } from './receipt-view';
import { TopUpSheet } from './top-up-sheet';

type Show = (screen: PayScreen) => void;

/** Before anything is asked for: what it is, how much, to whom, and two ways to say yes. */
export function PayReview(props: { readonly order: OrderView; readonly onShow: Show }) {
  // The engine loads while the order is read.
  useEffect(() => void faceEngine(), []);
  return (
    <div className="space-y-5">
      <Card aria-label="Your order" className="py-2 [&>ul]:border-none">
        <Items items={props.order.items} />
      </Card>
      <Ways onShow={props.onShow} smile="Pay with a smile" />
      <p className="text-center text-sm text-ink-soft">Both cost the same.</p>
      <LinkButton href="/shop" tone="bare" className="w-full">
        Not now
      </LinkButton>
    </div>
  );
}

export interface PayRefusedProps {
  readonly code: ProblemCode;
  readonly currency: CurrencyCode;
  readonly onShow: Show;
}

/** No, said kindly, with whatever may still help. */
export function PayRefused({ code, currency, onShow }: PayRefusedProps) {
  return (
    <div className="space-y-5">
      <ProblemNotice code={code} />
      {code === 'insufficient-funds' && (
        <TopUpAndReturn currency={currency} onDone={() => onShow({ kind: 'review' })} />
      )}
      {code === 'no-face-enrolled' && (
        <LinkButton href="/enrol" className="w-full">
          Add your face
        </LinkButton>
      )}
      {mayGoOn(code) && <Ways onShow={onShow} smile={maySmile(code) ? 'Smile again' : null} />}
    </div>
  );
}

/** Money can be fetched right here; the order waits. */
function TopUpAndReturn(props: { readonly currency: CurrencyCode; readonly onDone: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="accent" size="large" className="w-full" onClick={() => setOpen(true)}>
        Top up
      </Button>
      <TopUpSheet
        open={open}
        currency={props.currency}
        onClose={() => setOpen(false)}
        onDone={props.onDone}
      />
    </>
  );
}

function Ways({ onShow, smile }: { readonly onShow: Show; readonly smile: string | null }) {
  return (
    <div className="space-y-3">
      {smile && (
        <Button tone="go" size="large" className="w-full" onClick={() => onShow({ kind: 'smile' })}>
          <Smile aria-hidden="true" />
          {smile}
        </Button>
      )}
      <Button className="w-full" onClick={() => onShow({ kind: 'pin' })}>
        <KeyRound aria-hidden="true" className="size-5" />
        Pay with your PIN
      </Button>
    </div>
  );
}

/** Another smile is no use when the face, or the account, has been ruled out. */
function maySmile(code: ProblemCode): boolean {
  return code !== 'use-another-way' && code !== 'no-face-enrolled';
}

/** No smile and no PIN changes these. */
const BEYOND_PROOF: readonly ProblemCode[] = [
  'insufficient-funds',
  'account-frozen',
  'not-found',
  'wrong-state',
];

function mayGoOn(code: ProblemCode): boolean {
  return !BEYOND_PROOF.includes(code);
}
