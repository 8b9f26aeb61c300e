'use client';

import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';

/** The native control covers its card unseen, so that a tap anywhere lands on it. */
const OVER_CARD = 'peer absolute inset-0 z-10 size-full opacity-0';

export interface ChoiceCard {
  readonly id: string;
  readonly label: string;
  readonly detail?: ReactNode;
}

interface ChoiceCardsProps {
  readonly legend: string;
  /** How many to pick, in words. */
  readonly hint?: string;
  readonly choices: readonly ChoiceCard[];
}

export interface PickOneProps extends ChoiceCardsProps {
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** Exactly one of several, as large cards over native radio buttons. */
export function PickOne({ legend, hint, choices, value, onChange }: PickOneProps) {
  const name = useId();
  return (
    <ChoiceSet legend={legend} hint={hint}>
      {choices.map((choice) => (
        <ChoiceLabel key={choice.id} choice={choice}>
          <input
            type="radio"
            name={name}
            className={OVER_CARD}
            checked={value === choice.id}
            onChange={() => onChange(choice.id)}
          />
        </ChoiceLabel>
      ))}
    </ChoiceSet>
  );
}

export interface PickSomeProps extends ChoiceCardsProps {
  readonly values: readonly string[];
  readonly max: number;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Up to `max` of several, as large cards over native checkboxes. */
export function PickSome({ legend, hint, choices, values, max, onChange }: PickSomeProps) {
  return (
    <ChoiceSet legend={legend} hint={hint}>
      {choices.map((choice) => {
        const checked = values.includes(choice.id);
        return (
          <ChoiceLabel key={choice.id} choice={choice}>
            <input
              type="checkbox"
              className={OVER_CARD}
              checked={checked}
              disabled={!checked && values.length >= max}
              onChange={() =>
                onChange(checked ? values.filter((id) => id !== choice.id) : [...values, choice.id])
              }
            />
          </ChoiceLabel>
        );
      })}
    </ChoiceSet>
  );
}

function ChoiceSet(props: {
  readonly legend: string;
  readonly hint: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="space-y-2">
      <legend className="text-lg font-extrabold">
        {props.legend}
        {props.hint && (
          <span className="ml-2 text-sm font-semibold text-ink-soft">{props.hint}</span>
        )}
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">{props.children}</div>
    </fieldset>
  );
}

function ChoiceLabel(props: { readonly choice: ChoiceCard; readonly children: ReactNode }) {
  const { label, detail } = props.choice;
  return (
    <label className="relative block">
      {props.children}
      <span className="flex min-h-14 items-center gap-3 rounded-field border-2 border-line bg-card px-4 py-2 transition-colors peer-checked:border-go peer-checked:bg-go-soft peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink peer-disabled:opacity-60 [&>svg]:invisible peer-checked:[&>svg]:visible">
        <span className="grow font-bold">{label}</span>
        {detail && <span className="whitespace-nowrap text-ink-soft">{detail}</span>}
        <Check aria-hidden="true" className="size-5 shrink-0 text-go-ink" />
      </span>
    </label>
  );
}
