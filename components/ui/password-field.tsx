'use client';

import { useId, useState } from 'react';
import { describedBy, FieldFrame, inputClass, type TextFieldProps } from './field';

/** A password that its owner may look at: a typo is the commonest reason for a refusal. */
export function PasswordField({ label, hint, error, className, ...input }: TextFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <input
          {...input}
          id={id}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          className={`${inputClass} pr-20 ${className ?? ''}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <button
          type="button"
          className="absolute inset-y-0 right-0 min-w-16 rounded-field px-4 font-bold text-accent-ink"
          aria-pressed={shown}
          aria-label={`Show ${label.toLowerCase()}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </FieldFrame>
  );
}
