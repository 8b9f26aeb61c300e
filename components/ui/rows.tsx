import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A list of {@link Row}s on one card. */
export function Rows({
  label,
  children,
}: {
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card shadow-card"
    >
      {children}
    </ul>
  );
}

export interface RowProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly leading?: ReactNode;
  readonly trailing?: ReactNode;
  /** Makes the whole row a link. */
  readonly href?: string | undefined;
}

/** One line of a list: what, more about it, and at the end how much or which way. */
export function Row({ title, detail, leading, trailing, href }: RowProps) {
  const content = (
    <>
      {leading && <span className="shrink-0">{leading}</span>}
      <span className="min-w-0 grow">
        <span className="block font-bold">{title}</span>
        {detail && <span className="block text-sm text-ink-soft">{detail}</span>}
      </span>
      {trailing && <span className="shrink-0 text-right">{trailing}</span>}
    </>
  );
  const look = 'flex min-h-16 items-center gap-3 px-4 py-3';
  if (!href) return <li className={look}>{content}</li>;
  return (
    <li>
      <Link href={href} className={`${look} -outline-offset-2 hover:bg-sunken`}>
        {content}
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
      </Link>
    </li>
  );
}
