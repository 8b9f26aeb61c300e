'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { StoreMenu } from '@/lib/api/menu';
import { faceEngine } from '@/components/face-check/face-engine';
import { Progress } from '@/components/ui/progress';
import { useWakeLock } from '@/components/ui/use-wake-lock';
import { emptyCart, type Cart } from '@/components/cart/cart';
import { ApprovedScreen } from './approved-screen';
import { DigitsScreen } from './digits-screen';
import type { Screen } from './flow';
import { MenuScreen } from './menu-screen';
import type { PaymentWay } from './other-ways';
import { PaymentFrame } from './payment-frame';
import { PhoneScreen } from './phone-screen';
import { PinScreen } from './pin-screen';
import { RefusedScreen } from './refused-screen';
import { SmileScreen } from './smile-screen';
import { StillThere } from './still-there';
import { useFreshMenu } from './use-fresh-menu';
import { usePayment, type Counter as Payment } from './use-payment';

/** Guests read slowly and phones are slow to find: these are longer than any step takes. */
const QUIET_MS = { menu: 90_000, paying: 60_000, phone: 180_000 };

/** The store's counter: one guest after the other, from the menu to the thank-you. */
export function Counter({ store }: { readonly store: StoreMenu }) {
  const payment = usePayment(store);
  const { cart, screen } = payment;

  useWakeLock();
  useFreshMenu(screen);

  // The guest reads the menu first: time enough to fetch what the smile will need.
  useEffect(() => void faceEngine(), []);

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
    return <ApprovedScreen outcome={screen.outcome} onDone={payment.done} />;
  }
  const { due } = screen;
  return (
    <PaymentFrame key={screen.kind} due={due} onBack={() => void payment.backToMenu(due)}>
      <PayingStep screen={screen} payment={payment} />
      <StillThere
        afterMs={screen.kind === 'phone' ? QUIET_MS.phone : QUIET_MS.paying}
        onGone={() => void payment.startOver(due)}
      />
    </PaymentFrame>
  );
}

function Ordering(props: {
  readonly store: StoreMenu;
  readonly cart: Cart;
  readonly trouble: Extract<Screen, { kind: 'menu' }>['trouble'];
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
  readonly screen: Extract<Screen, { due: unknown }>;
  readonly payment: Payment;
}) {
  const router = useRouter();
  const { screen, payment } = props;
  const { due, digits } = screen;
  // A smile needs digits first, whoever asks for it.
  const onWay = (way: PaymentWay) =>
    payment.send({ kind: 'another-way', way: way === 'smile' ? 'digits' : way });
  const smileWith = (typed: string) => payment.send({ kind: 'digits-typed', digits: typed });
  // The new terminal could not touch the old one's order; the guest's picks stay.
  const pairAgain = async () => {
    await payment.backToMenu(due);
    router.push('/counter?pair=again');
  };
  switch (screen.kind) {
    case 'digits':
      return <DigitsScreen onDigits={smileWith} onWay={onWay} />;
    case 'smile':
      return (
        <SmileScreen
          due={due}
          digits={screen.digits}
          onSmiled={(body) => payment.authorize(due, body)}
          onRefused={(refusal) => payment.send({ ...refusal, kind: 'refused' })}
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
    case 'pin':
      return (
        <PinScreen
          digits={digits}
          pay={(body) => payment.payByPin(due, body)}
          onAnswer={(answer) => void payment.take(due, answer)}
          onWay={onWay}
        />
      );
    case 'phone':
      return (
        <PhoneScreen
          due={due}
          onTold={(outcome) => payment.send({ kind: 'told', outcome })}
          onWay={onWay}
        />
      );
    default:
      return screen satisfies never;
  }
}
