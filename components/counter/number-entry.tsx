'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Keypad } from '@/components/ui/keypad';

/** As many digits as any phone number has (ITU-T E.164). */
const LENGTH_MAX = 15;

export interface NumberEntryProps {
  readonly label: string;
  readonly initial: string;
  /** Which entries may be sent on. */
  readonly fits: (digits: string) => boolean;
  readonly submitLabel: string;
  readonly onSubmit: (digits: string) => void;
}

/** Digits in large type over a large keypad. */
export function NumberEntry({ label, initial, fits, submitLabel, onSubmit }: NumberEntryProps) {
  const [digits, setDigits] = useState(initial);
  const submit = () => {
    if (fits(digits)) onSubmit(digits);
  };
  return (
    <form
      className="space-y-5 max-sm:space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <output
        aria-label={label}
        className="tabular block min-h-20 max-sm:min-h-16 rounded-field border-2 border-edge bg-card px-4 py-3 text-center text-4xl font-extrabold tracking-widest"
      >
        {digits || <span className="text-ink-soft">· · · ·</span>}
      </output>
      <Keypad
        label={label}
        value={digits}
        maxLength={LENGTH_MAX}
        onChange={setDigits}
        onEnter={submit}
        size="counter"
      />
      <Button type="submit" tone="go" size="huge" className="w-full" disabled={!fits(digits)}>
        {submitLabel}
      </Button>
    </form>
  );
}
