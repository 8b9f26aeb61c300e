'use client';

import { Keypad, type KeypadProps } from './keypad';

export const PIN_LENGTH = 6;

export interface PinPadProps extends Omit<KeypadProps, 'maxLength'> {
  readonly error?: string | undefined;
}

/** Six hidden digits: dots that fill, and the keys beneath. */
export function PinPad({ error, ...keypad }: PinPadProps) {
  const entered = keypad.value.length;
  return (
    <div className="space-y-6">
      <div className="flex justify-center gap-3" aria-hidden="true">
        {Array.from({ length: PIN_LENGTH }, (_, i) => (
          <span
            key={i}
            className={`size-5 rounded-full border-2 border-edge transition-colors ${i < entered ? 'border-go bg-go' : ''}`}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {entered} of {PIN_LENGTH} digits entered
      </p>
      <p role="alert" className="min-h-6 text-center font-bold text-stop-ink">
        {error}
      </p>
      <Keypad {...keypad} maxLength={PIN_LENGTH} />
    </div>
  );
}
