'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { StoreMenu } from '@/lib/api/menu';
import type { CounterWay } from '@/lib/payments/ways';
import { useCameraInWaiting } from '@/components/face-check/camera-in-waiting';
import { faceEngine } from '@/components/face-check/face-engine';
import { Progress } from '@/components/ui/progress';
import { useWakeLock } from '@/components/ui/use-wake-lock';
import { emptyCart, type Cart } from '@/components/cart/cart';
import { ApprovedScreen } from './approved-screen';
import { DigitsScreen } from './digits-screen';
import type { Screen as Shown } from './flow';
import { MenuScreen } from './menu-screen';
import { PaymentFrame } from './payment-frame';
import { RefusedScreen } from './refused-screen';
import { SmileScreen } from './smile-screen';
import { StepUpScreen } from './step-up-screen';
import { StillThere } from './still-there';
import { useFreshMenu } from './use-fresh-menu';
import { usePayment, type Counter as Payment } from './use-payment';
import { WAY_SCREENS } from './way-screens';

/** Guests read slowly: these are longer than any step takes. */
const QUIET_MS = { menu: 90_000, paying: 60_000 };

/** The store's counter: one guest after the other, from the menu to the thank-you. */
export function Counter({ store }: { readonly store: StoreMenu }) {
  const payment = usePayment(store);
  const { cart, screen } = payment;

  useWakeLock();
  useFreshMenu(screen);

  // The guest reads the menu first: time enough to fetch what the smile will need.
  useEffect(() => void faceEngine(), []);
  // Its lamp is on only after Pay, while the digits say that a smile is to come.
  useCameraInWaiting(screen.kind === 'digits' || screen.kind === 'smile');

  if (!cart) {
    return (
      <main className="grid min-h-dvh place-items-center">
        <Progress label="Setting the table…" />
      </main>
    );
  }
  if (screen.kind === 'menu') {
    return <Ordering store={store} cart={cart} trouble={screen.trouble} payment={payment} />;
  }
  if (screen.kind === 'approved') {
    return <ApprovedScreen {...screen} onDone={payment.done} />;
  }
  const { placed } = screen;
  const way = screen.kind === 'other-way' ? screen.way : null;
  return (
    <PaymentFrame
      key={way ?? screen.kind}
      placed={placed}
      onBack={() => void payment.backToMenu(placed)}
    >
      <PayingStep screen={screen} payment={payment} />
      <StillThere
        afterMs={way ? WAY_SCREENS[way].quietMs : QUIET_MS.paying}
        onGone={() => void payment.startOver(placed)}
      />
    </PaymentFrame>
  );
}

function Ordering(props: {
  readonly store: StoreMenu;
  readonly cart: Cart;
  readonly trouble: Extract<Shown, { kind: 'menu' }>['trouble'];
  readonly payment: Payment;
}) {
  const { store, cart, trouble, payment } = props;
  return (
    <>
      <MenuScreen
        store={store}
        cart={cart}
        placing={payment.placing}
        trouble={trouble}
        onChange={payment.changeCart}
        onPay={() => void payment.place()}
      />
      {cart.lines.length > 0 && (
        <StillThere afterMs={QUIET_MS.menu} onGone={() => payment.changeCart(emptyCart)} />
      )}
    </>
  );
}

function PayingStep(props: {
  readonly screen: Extract<Shown, { placed: unknown }>;
  readonly payment: Payment;
}) {
  const router = useRouter();
  const { screen, payment } = props;
  const { placed, digits } = screen;
  const onWay = (way: CounterWay) => payment.send({ kind: 'another-way', way });
  const smileWith = (typed: string) => payment.send({ kind: 'digits-typed', digits: typed });
  // The new terminal could not touch the old one's order; the guest's picks stay.
  const pairAgain = async () => {
    await payment.backToMenu(placed);
    router.push('/counter?pair=again');
  };
  switch (screen.kind) {
    case 'digits':
      return <DigitsScreen onDigits={smileWith} onWay={onWay} />;
    case 'smile':
      return (
        <SmileScreen
          placed={placed}
          digits={screen.digits}
          onSmiled={(body) => payment.authorize(placed, body)}
          onRefused={(refusal) => payment.send({ ...refusal, kind: 'refused' })}
          onWay={onWay}
        />
      );
    case 'step-up':
      return (
        <StepUpScreen
          placed={placed}
          digits={screen.digits}
          challengeId={screen.challengeId}
          counter={payment}
          onWay={onWay}
        />
      );
    case 'refused':
      return (
        <RefusedScreen
          refusal={screen}
          digits={digits}
          onAgain={smileWith}
          onWay={onWay}
          onPairAgain={() => void pairAgain()}
        />
      );
    case 'other-way': {
      const { Screen } = WAY_SCREENS[screen.way];
      return <Screen placed={placed} digits={digits} counter={payment} onWay={onWay} />;
    }
    default:
      return screen satisfies never;
  }
}
