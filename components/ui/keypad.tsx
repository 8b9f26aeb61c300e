'use client';

import { Delete } from 'lucide-react';
import { useEffect, useRef } from 'react';

export interface KeypadProps {
  /** What is being typed, e.g. `Phone number`; names the group of keys. */
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
  /** Enter on a keyboard, for whoever types there. */
  readonly onEnter?: (() => void) | undefined;
  readonly size?: 'phone' | 'counter';
  readonly disabled?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const KEY_SIZE = {
  phone: 'min-h-14 text-2xl',
  counter: 'min-h-20 text-4xl max-sm:min-h-14 max-sm:text-2xl',
};

/** Large digit keys; whoever has a keyboard may type on it as well. */
export function Keypad(props: KeypadProps) {
  const { label, value, maxLength, onChange, onEnter, size = 'phone', disabled = false } = props;
  const press = (key: string) => {
    if (disabled) return;
    if (key === 'Enter') onEnter?.();
    else if (key === 'Backspace') onChange(value.slice(0, -1));
    else if (value.length < maxLength) onChange(value + key);
  };
  useTypedKeys(press);
  const keyClass = `grid place-items-center rounded-card border border-line bg-card font-bold tabular shadow-card transition-colors hover:bg-sunken active:bg-accent-soft disabled:opacity-60 ${KEY_SIZE[size]}`;
  return (
    <div role="group" aria-label={label} className="grid grid-cols-3 gap-3">
      {DIGITS.map((digit) => (
        <button
          key={digit}
          type="button"
          disabled={disabled}
          className={`${keyClass} ${digit === '0' ? 'col-start-2' : ''}`}
          onClick={() => press(digit)}
        >
          {digit}
        </button>
      ))}
      <button
        type="button"
        disabled={disabled || value === ''}
        aria-label="Delete last digit"
        className={keyClass}
        onClick={() => press('Backspace')}
      >
        <Delete aria-hidden="true" className="size-8" />
      </button>
    </div>
  );
}

/** Digits, Backspace and Enter from a keyboard, unless they are meant for another control. */
function useTypedKeys(press: (key: string) => void) {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLInputElement) return;
      // Enter on a button or link presses that one.
      if (event.key === 'Enter' && isPressable(event.target)) return;
      if (/^(\d|Backspace|Enter)$/.test(event.key)) latest.current(event.key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}
