'use client';

import { useId } from 'react';
import type { Money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { tipOf } from '@/lib/orders/pricing';
import { amountText } from '@/components/ui/amount';

export interface TipChoiceProps {
  readonly percents: readonly number[];
  /** What the tip is a part of. */
  readonly total: Money;
  readonly value: number;
  readonly onChange: (percent: number) => void;
}

/** A tip, if you like: nothing is chosen for you, and none is the first choice. */
export function TipChoice({ percents, total, value, onChange }: TipChoiceProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 font-bold">A tip for the team?</legend>
      <div className="flex gap-2">
        {[0, ...percents].map((percent) => (
          <label key={percent} className="relative grow basis-0">
            <input
              type="radio"
              name={name}
              className="peer absolute inset-0 z-10 size-full opacity-0"
              checked={value === percent}
              onChange={() => onChange(percent)}
            />
            <span className="flex min-h-14 flex-col items-center justify-center rounded-field border-2 border-line bg-card px-1 text-center transition-colors peer-checked:border-go peer-checked:bg-go-soft peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink">
              <span className="font-bold">{percent === 0 ? 'No tip' : `${percent} %`}</span>
              {percent > 0 && (
                <span className="tabular text-sm text-ink-soft">
                  {amountText(toWire(tipOf(total, percent)))}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
