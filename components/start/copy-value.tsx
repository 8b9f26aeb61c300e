'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

export interface CopyValueProps {
  readonly label: string;
  readonly value: string;
}

const SHOWN_MS = 2000;

/** Something to type elsewhere: a tap copies it. */
export function CopyValue({ label, value }: CopyValueProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  // Without https there is no clipboard; the value can still be selected by hand.
  const copy = () => {
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  const Icon = copied ? Check : Copy;
  return (
    <div className="flex min-h-11 items-center justify-between gap-3">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="min-w-0">
        <button
          type="button"
          aria-label={`Copy ${label.toLowerCase()} ${value}`}
          className="inline-flex min-h-11 max-w-full items-center gap-2 rounded-full px-3 font-bold hover:bg-sunken"
          onClick={copy}
        >
          <span className="tabular text-left break-all select-text">{value}</span>
          <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        </button>
        <span role="status" className="sr-only">
          {copied ? 'Copied' : ''}
        </span>
      </dd>
    </div>
  );
}
