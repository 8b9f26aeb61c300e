import { classNames } from './class-names';

/** `go` moves on or pays, `accent` invites, `quiet` stands beside, `bare` is text, `stop` undoes. */
export type ButtonTone = 'go' | 'accent' | 'quiet' | 'bare' | 'stop';

/** Heights: 48, 64 and 80 px; the counter uses the last two. */
export type ButtonSize = 'medium' | 'large' | 'huge';

const TONES: Record<ButtonTone, string> = {
  go: 'bg-go text-on-go hover:bg-go-deep shadow-card',
  accent: 'bg-accent text-on-accent hover:bg-accent-deep shadow-card',
  quiet: 'bg-card text-ink ring-1 ring-inset ring-edge hover:bg-sunken',
  bare: 'text-ink underline decoration-edge underline-offset-4 hover:decoration-2',
  stop: 'bg-stop text-on-stop hover:bg-stop-deep shadow-card',
};

const SIZES: Record<ButtonSize, string> = {
  medium: 'min-h-12 px-5 py-2 text-base rounded-full gap-2',
  large: 'min-h-16 px-7 py-3 text-xl rounded-full gap-3',
  huge: 'min-h-20 px-9 py-4 text-2xl rounded-full gap-3',
};

/** The look that buttons and links that act like buttons share. */
export function buttonClass(tone: ButtonTone, size: ButtonSize, extra?: string): string {
  return classNames(
    'inline-flex select-none items-center justify-center text-center font-bold leading-tight',
    'transition-[background-color,transform] duration-150 active:scale-[0.98]',
    'disabled:pointer-events-none disabled:opacity-60',
    TONES[tone],
    SIZES[size],
    extra,
  );
}
