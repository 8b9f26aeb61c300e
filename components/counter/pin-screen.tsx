'use client';

import { useState } from 'react';
import type { PlacedOrder } from '@/lib/api/orders';
import type { PayByPin } from '@/lib/api/payments';
import type { Answer } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import { Progress } from '@/components/ui/progress';
import { problemWords } from '@/components/words/problems';
import { EntryLayout } from './entry-layout';
import { NumberEntry } from './number-entry';
import { OtherWays } from './other-ways';
import { StepHeading } from './step-heading';
import type { WayScreenProps } from './way-screen';

/** The PIN belongs to one person, so the whole number comes with it. */
export function PinScreen({ placed, digits, counter, onWay }: WayScreenProps) {
  const [phone, setPhone] = useState(isWhole(digits) ? digits : null);
  const [typed, setTyped] = useState(digits ?? '');
  if (phone === null) {
    return (
      <EntryLayout
        heading={
          <StepHeading title="Your whole phone number">From abroad, begin with 00.</StepHeading>
        }
        entry={
          <NumberEntry
            label="Phone number"
            initial={typed}
            fits={isWhole}
            submitLabel="Next: PIN"
            onSubmit={setPhone}
          />
        }
        beside={<OtherWays current="pin" onWay={onWay} />}
      />
    );
  }
  const changeNumber = () => {
    setTyped(phone);
    setPhone(null);
  };
  return (
    <PinEntry
      phone={phone}
      pay={(body) => counter.payByPin(placed, body)}
      onAnswer={(answer) => void counter.take(placed, answer)}
      onChangeNumber={changeNumber}
    />
  );
}

function PinEntry(props: {
  readonly phone: string;
  readonly pay: (body: Pick<PayByPin, 'phone' | 'pin'>) => Promise<Answer<PlacedOrder>>;
  /** Every answer but a mistyped number or PIN, which is mended here. */
  readonly onAnswer: (answer: Answer<PlacedOrder>) => void;
  readonly onChangeNumber: () => void;
}) {
  const { phone, pay, onAnswer, onChangeNumber } = props;
  const [pin, setPin] = useState('');
  const [paying, setPaying] = useState(false);
  const [error, setError] = useState<string>();

  const type = async (next: string) => {
    setPin(next);
    setError(undefined);
    if (next.length < PIN_LENGTH) return;
    setPaying(true);
    const answer = await pay({ phone, pin: next });
    setPaying(false);
    setPin('');
    if (answer.ok || !mendable(answer.problem.code)) onAnswer(answer);
    else setError(problemWords(answer.problem.code).title);
  };

  return (
    <EntryLayout
      heading={<StepHeading title="Your six-digit PIN">for •••• {phone.slice(-4)}</StepHeading>}
      entry={
        <PinPad
          label="PIN"
          value={pin}
          onChange={(next) => void type(next)}
          size="counter"
          disabled={paying}
          error={error}
        />
      }
      beside={
        paying ? (
          <Progress label="Paying…" />
        ) : (
          <Button size="large" onClick={onChangeNumber}>
            Another number
          </Button>
        )
      }
    />
  );
}

const mendable = (code: string) => code === 'pin-refused' || code === 'invalid-phone';

function isWhole(digits: string | null): digits is string {
  return digits !== null && /^\d{7,15}$/.test(digits);
}
