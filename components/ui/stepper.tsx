'use client';

import { Minus, Plus } from 'lucide-react';

export interface StepperProps {
  /** What is counted, e.g. `Milk tea`. */
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** How many: one less, one more. */
export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  const keyClass =
    'grid size-12 place-items-center rounded-full hover:bg-sunken disabled:opacity-40 disabled:pointer-events-none';
  return (
    <div
      role="group"
      aria-label={`How many: ${label}`}
      className="inline-flex items-center rounded-full border-2 border-line bg-card"
    >
      <button
        type="button"
        aria-label={`One less ${label}`}
        className={keyClass}
        disabled={value <= min}
        onClick={() => onChange(value - 1)}
      >
        <Minus aria-hidden="true" />
      </button>
      <output className="tabular min-w-8 text-center text-lg font-extrabold">{value}</output>
      <button
        type="button"
        aria-label={`One more ${label}`}
        className={keyClass}
        disabled={value >= max}
        onClick={() => onChange(value + 1)}
      >
        <Plus aria-hidden="true" />
      </button>
    </div>
  );
}
