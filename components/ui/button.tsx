import type { ComponentProps, ReactNode } from 'react';
import { buttonClass, type ButtonSize, type ButtonTone } from './button-style';
import { Spinner } from './spinner';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  /** What is being done, e.g. `Paying…`; while set, the button shows it and cannot be pressed. */
  readonly busy?: string | undefined;
  readonly children: ReactNode;
}

/** A button of at least 44 px; says in words what it is busy with. */
export function Button({
  tone = 'quiet',
  size = 'medium',
  busy,
  className,
  disabled,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(tone, size, className)}
      disabled={disabled === true || busy !== undefined}
      aria-busy={busy !== undefined}
    >
      {busy === undefined ? (
        children
      ) : (
        <>
          <Spinner />
          {busy}
        </>
      )}
    </button>
  );
}
