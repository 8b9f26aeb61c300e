'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names';

export interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** The look of every input: 48 px high, an edge of 3:1 contrast, red when something is off. */
export const inputClass =
  'block min-h-12 w-full rounded-field border-2 border-edge bg-card px-4 py-2 text-lg text-ink ' +
  'placeholder:text-ink-soft aria-invalid:border-stop';

/** Label above, control, hint and error below, tied together by id. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-bold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm font-bold text-stop-ink">
          {error}
        </p>
      )}
    </div>
  );
}

/** Ids of what describes a control, for `aria-describedby`. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined) {
  return classNames(hint ? `${id}-hint` : null, error && `${id}-error`) || undefined;
}

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A labelled one-line input. */
export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        {...input}
        id={id}
        className={classNames(inputClass, className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}
