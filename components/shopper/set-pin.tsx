'use client';

import { useState } from 'react';
import type { SetPin as SetPinBody } from '@/lib/api/shoppers';
import { ChoosePin, TOO_EASY } from '@/components/account/choose-pin';
import { request } from '@/components/api/request';
import { ConfirmItIsYou, type Given } from './confirm-it-is-you';

/** Choose a PIN, type it again, and say with the password that it is really you. */
export function SetPin({ onDone }: { readonly onDone: () => void }) {
  const [pin, setPin] = useState<string>();
  const [trouble, setTrouble] = useState<string>();

  async function send(chosen: string, given: Given) {
    const body = { pin: chosen, ...given } satisfies SetPinBody;
    const answer = await request('PUT', '/api/me/pin', body);
    if (!answer.ok && answer.problem.code === 'weak-pin') {
      setTrouble(TOO_EASY);
      setPin(undefined);
    }
    return answer;
  }

  if (pin === undefined) return <ChoosePin trouble={trouble} onChosen={setPin} />;
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
