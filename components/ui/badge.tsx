import type { ReactNode } from 'react';

export type BadgeTone = 'plain' | 'go' | 'accent' | 'stop';

const TONES: Record<BadgeTone, string> = {
  plain: 'bg-sunken text-ink',
  go: 'bg-go-soft text-go-ink',
  accent: 'bg-accent-soft text-accent-ink',
  stop: 'bg-stop-soft text-stop-ink',
};

/** A short state in a coloured pill; the words say it too, not the colour alone. */
export function Badge({
  tone = 'plain',
  children,
}: {
  readonly tone?: BadgeTone;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-3 py-0.5 text-sm font-bold whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
