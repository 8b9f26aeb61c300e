'use client';

import { useState } from 'react';
import type { SetPin as SetPinBody } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import { ConfirmWithPassword } from './confirm-with-password';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'repeat'; readonly first: string }
  | { readonly kind: 'password'; readonly pin: string };

/** Choose a PIN, type it again, and say with the password that it is really you. */
export function SetPin({ onDone }: { readonly onDone: () => void }) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [typed, setTyped] = useState('');
  const [differed, setDiffered] = useState(false);

  function type(value: string) {
    setTyped(value);
    setDiffered(false);
    if (value.length < PIN_LENGTH) return;
    setTyped('');
    if (step.kind === 'choose') return setStep({ kind: 'repeat', first: value });
    if (step.kind !== 'repeat') return;
    setDiffered(value !== step.first);
    setStep(value === step.first ? { kind: 'password', pin: value } : { kind: 'choose' });
  }

  if (step.kind === 'password') {
    const { pin } = step;
    return (
      <ConfirmWithPassword
        hint="So that nobody else can change your PIN."
        label="Set PIN"
        busyLabel="Keeping your PIN…"
        send={(password) => request('PUT', '/api/me/pin', { pin, password } satisfies SetPinBody)}
        onDone={onDone}
      />
    );
  }
  const label = step.kind === 'choose' ? 'Choose six digits' : 'Once more, the same six';
  return (
    <div className="mx-auto max-w-sm space-y-4">
      <p role="status" className="text-center text-lg font-bold">
        {label}
      </p>
      <PinPad
        label={label}
        value={typed}
        onChange={type}
        error={differed ? 'The two were not the same. Choose again.' : undefined}
      />
    </div>
  );
}
