import { ExternalLink } from 'lucide-react';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';

export interface RoleCardProps {
  readonly icon: ReactNode;
  readonly role: string;
  /** Which device, or which window on this one. */
  readonly where: string;
  readonly link: { readonly href: Route; readonly label: string };
  readonly children?: ReactNode;
}

/** One of the three roles, with its link. */
export function RoleCard({ icon, role, where, link, children }: RoleCardProps) {
  return (
    <Card aria-label={role} className="flex flex-col gap-4 p-6">
      <header className="flex items-center gap-4">
        <span className="grid size-14 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
          {icon}
        </span>
        <div>
          <h2 className="text-2xl leading-tight font-extrabold">{role}</h2>
          <p className="text-ink-soft">{where}</p>
        </div>
      </header>
      <div className="grow space-y-4">{children}</div>
      <LinkButton href={link.href} target="_blank" tone="go" size="large">
        {link.label}
        <ExternalLink aria-hidden="true" className="size-5" />
        <span className="sr-only">(opens a new window)</span>
      </LinkButton>
    </Card>
  );
}
