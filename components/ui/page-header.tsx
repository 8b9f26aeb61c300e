import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: string;
  /** Short words under the title. */
  readonly lead?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
  /** At the end of the line, e.g. the cart. */
  readonly trailing?: ReactNode;
}

/** The page's one h1, with the way back before it. */
export function PageHeader({ title, lead, back, trailing }: PageHeaderProps) {
  return (
    <header className="space-y-1 pb-5">
      {back && (
        <Link
          href={back.href}
          className="-ml-2 inline-flex min-h-11 items-center gap-1.5 rounded-full px-2 font-bold text-ink-soft hover:text-ink print:hidden"
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
          {back.label}
        </Link>
      )}
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-3xl leading-tight font-extrabold tracking-tight">{title}</h1>
        {trailing}
      </div>
      {lead && <p className="text-lg text-ink-soft">{lead}</p>}
    </header>
  );
}
