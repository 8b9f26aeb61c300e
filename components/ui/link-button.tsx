import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonClass, type ButtonSize, type ButtonTone } from './button-style';

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({
  tone = 'quiet',
  size = 'medium',
  className,
  ...rest
}: LinkButtonProps) {
  return <Link {...rest} className={buttonClass(tone, size, className)} />;
}
