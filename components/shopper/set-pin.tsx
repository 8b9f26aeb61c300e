'use client';

import { useState } from 'react';
import { isTrivialPin } from '@/lib/access/trivial-pin';
import type { SetPin as SetPinBody } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import { problemWords } from '@/components/words/problems';
import { ConfirmItIsYou, type Given } from './confirm-it-is-you';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'repeat'; readonly first: string }
  | { readonly kind: 'password'; readonly pin: string };

const TOO_EASY = problemWords('weak-pin').body;

/** Choose a PIN, type it again, and say with the password that it is really you. */
export function SetPin({ onDone }: { readonly onDone: () => void }) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<string>();

  function type(value: string) {
    setTyped(value);
    setTrouble(undefined);
    if (value.length < PIN_LENGTH) return;
    setTyped('');
    if (step.kind === 'choose') choose(value);
    else if (step.kind === 'repeat') repeat(step.first, value);
  }

  /** Only the server knows the phone number that must not be in the PIN either. */
  function choose(pin: string) {
    if (isTrivialPin(pin, '')) setTrouble(TOO_EASY);
    else setStep({ kind: 'repeat', first: pin });
  }

  function repeat(first: string, pin: string) {
    if (pin !== first) chooseAgain('The two were not the same. Choose again.');
    else setStep({ kind: 'password', pin });
  }

  function chooseAgain(why: string) {
    setTrouble(why);
    setStep({ kind: 'choose' });
  }

  async function send(pin: string, given: Given) {
    const answer = await request('PUT', '/api/me/pin', { pin, ...given } satisfies SetPinBody);
    if (!answer.ok && answer.problem.code === 'weak-pin') chooseAgain(TOO_EASY);
    return answer;
  }

  if (step.kind === 'password') {
    const { pin } = step;
    return (
      <ConfirmItIsYou
        asks={{ purpose: 'new-pin' }}
        hint="So that nobody else can change your PIN."
        label="Set PIN"
        busyLabel="Keeping your PIN…"
        send={(given) => send(pin, given)}
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
      <PinPad label={label} value={typed} onChange={type} error={trouble} />
    </div>
  );
}
