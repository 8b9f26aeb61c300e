'use client';

import { useState } from 'react';
import { isTrivialPin } from '@/lib/access/trivial-pin';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import { problemWords } from '@/components/words/problems';

export interface ChoosePinProps {
  /** Why another one has to be chosen. */
  readonly trouble?: string | undefined;
  readonly onChosen: (pin: string) => void;
}

export const TOO_EASY = problemWords('weak-pin').body;

/** Six digits, and the same six once more. */
export function ChoosePin({ trouble: before, onChosen }: ChoosePinProps) {
  const [first, setFirst] = useState<string>();
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState(before);

  function type(value: string) {
    setTyped(value);
    setTrouble(undefined);
    if (value.length < PIN_LENGTH) return;
    setTyped('');
    if (first === undefined) choose(value);
    else repeat(value);
  }

  /** Only the server knows what else must not be in it. */
  function choose(pin: string) {
    if (isTrivialPin(pin, '')) setTrouble(TOO_EASY);
    else setFirst(pin);
  }

  function repeat(pin: string) {
    if (pin === first) return onChosen(pin);
    setTrouble('The two were not the same. Choose again.');
    setFirst(undefined);
  }

  const label = first === undefined ? 'Choose six digits' : 'Once more, the same six';
  return (
    <div className="mx-auto max-w-sm space-y-4">
      <p role="status" className="text-center text-lg font-bold">
        {label}
      </p>
      <PinPad label={label} value={typed} onChange={type} error={trouble} />
    </div>
  );
}
