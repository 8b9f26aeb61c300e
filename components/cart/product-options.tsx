'use client';

import type { OptionGroupView, ProductView } from '@/lib/api/menu';
import { amountText } from '@/components/ui/amount';
import { PickOne, PickSome } from '@/components/ui/choice-cards';

/** The first picks of every question that must be answered. */
export function usualChoices({ optionGroups }: ProductView): readonly string[] {
  return optionGroups.flatMap(({ choices, min }) => choices.slice(0, min).map(({ id }) => id));
}

/** @returns whether every question has as many picks as it asks for. */
export function fitsOptions({ optionGroups }: ProductView, picked: readonly string[]): boolean {
  return optionGroups.every((group) => {
    const count = pickedIn(group, picked).length;
    return count >= group.min && count <= group.max;
  });
}

export interface ProductOptionsProps {
  readonly product: ProductView;
  /** Ids of the picked choices, over all questions. */
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

/** The questions about a product, e.g. noodles, spice, extras. */
export function ProductOptions({ product, picked, onChange }: ProductOptionsProps) {
  return (
    <div className="space-y-6">
      {product.optionGroups.map((group) => {
        const others = picked.filter((id) => !group.choices.some((choice) => choice.id === id));
        return (
          <Question
            key={group.id}
            group={group}
            picked={pickedIn(group, picked)}
            onChange={(here) => onChange([...others, ...here])}
          />
        );
      })}
    </div>
  );
}

function Question(props: {
  readonly group: OptionGroupView;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}) {
  const { group, picked, onChange } = props;
  const choices = group.choices.map(({ id, name, extra }) => ({
    id,
    label: name,
    detail: extra.amount === '0' ? undefined : `+${amountText(extra)}`,
  }));
  if (group.min === 1 && group.max === 1) {
    return (
      <PickOne
        legend={group.name}
        choices={choices}
        value={picked[0] ?? null}
        onChange={(id) => onChange([id])}
      />
    );
  }
  return (
    <PickSome
      legend={group.name}
      hint={howMany(group)}
      choices={choices}
      values={picked}
      max={group.max}
      onChange={onChange}
    />
  );
}

function howMany({ min, max }: OptionGroupView): string {
  if (min === 0) return max === 1 ? 'if you like' : `up to ${max}`;
  return min === max ? `pick ${min}` : `pick ${min} to ${max}`;
}

function pickedIn(group: OptionGroupView, picked: readonly string[]): readonly string[] {
  return group.choices.map(({ id }) => id).filter((id) => picked.includes(id));
}
