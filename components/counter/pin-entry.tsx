'use client';

import { useState, type ReactNode } from 'react';
import type { PaidByPin } from '@/lib/api/payments';
import type { Answer } from '@/components/api/request';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import { Progress } from '@/components/ui/progress';
import { problemWords } from '@/components/words/problems';
import { EntryLayout } from './entry-layout';

export interface PinEntryProps {
  readonly heading: ReactNode;
  readonly pay: (pin: string) => Promise<Answer<PaidByPin>>;
  /** Every answer but a mistyped number or PIN, which is mended here. */
  readonly onAnswer: (answer: Answer<PaidByPin>) => void;
  /** What else may be done, as long as nothing is being paid. */
  readonly beside: ReactNode;
}

/** Six digits; the last one pays. */
export function PinEntry({ heading, pay, onAnswer, beside }: PinEntryProps) {
  const [pin, setPin] = useState('');
  const [paying, setPaying] = useState(false);
  const [error, setError] = useState<string>();

  const type = async (next: string) => {
    setPin(next);
    setError(undefined);
    if (next.length < PIN_LENGTH) return;
    setPaying(true);
    const answer = await pay(next);
    setPaying(false);
    setPin('');
    if (answer.ok || !mendable(answer.problem.code)) onAnswer(answer);
    else setError(problemWords(answer.problem.code).title);
  };

  return (
    <EntryLayout
      heading={heading}
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
      beside={paying ? <Progress label="Paying…" /> : beside}
    />
  );
}

const mendable = (code: string) => code === 'pin-refused' || code === 'invalid-phone';
