'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EntryLayout } from './entry-layout';
import { NumberEntry } from './number-entry';
import { OtherWays } from './other-ways';
import { PinEntry } from './pin-entry';
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
      heading={<StepHeading title="Your six-digit PIN">for •••• {phone.slice(-4)}</StepHeading>}
      pay={(pin) => counter.payByPin(placed, phone, { phone, pin })}
      onAnswer={(answer) => void counter.take(placed, answer)}
      beside={
        <Button size="large" onClick={changeNumber}>
          Another number
        </Button>
      }
    />
  );
}

function isWhole(digits: string | null): digits is string {
  return digits !== null && /^\d{7,15}$/.test(digits);
}
