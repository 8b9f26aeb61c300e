'use client';

import { Bell, BellOff } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { isAtLeast, type StaffRole } from '@/lib/access/roles';
import { signOutStaff } from '@/components/api/session';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { playChime } from './chime';
import { CountersButton } from './counters-dialog';
import { HandOverButton } from './hand-over';

export interface BoardHeaderProps {
  readonly staffName: string;
  readonly role: StaffRole;
  readonly storeName: string | undefined;
  /** An online shop has none. */
  readonly hasCounters: boolean;
  readonly chimes: boolean;
  readonly onChimes: (wish: boolean) => void;
}

/** Which store, who is here, and what is done rarely. */
export function BoardHeader(props: BoardHeaderProps) {
  const { staffName, role, storeName, hasCounters, chimes, onChimes } = props;
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    if (await signOutStaff()) router.replace('/staff/sign-in');
    setLeaving(false);
  };
  const toggle = () => {
    onChimes(!chimes);
    if (!chimes) playChime();
  };
  const ChimeIcon = chimes ? Bell : BellOff;
  return (
    <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line bg-card px-6 py-3">
      <div>
        <h1 className="text-2xl font-extrabold">{storeName ?? 'Orders'}</h1>
        <p>
          <Link
            href="/staff/account"
            className="inline-flex min-h-6 items-center text-ink-soft underline decoration-edge underline-offset-4 hover:decoration-2"
          >
            {staffName}
          </Link>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button aria-pressed={chimes} onClick={toggle}>
          <ChimeIcon aria-hidden="true" className="size-5" />
          Chime
        </Button>
        {isAtLeast(role, 'manager') && <LinkButton href={'/merchant/today'}>Today</LinkButton>}
        {role === 'owner' && <LinkButton href={'/merchant'}>Money</LinkButton>}
        {isAtLeast(role, 'manager') && <LinkButton href={'/merchant/staff'}>Staff</LinkButton>}
        {hasCounters && isAtLeast(role, 'manager') && <CountersButton />}
        <HandOverButton />
        <Button busy={leaving ? 'Signing out…' : undefined} onClick={() => void leave()}>
          Sign out
        </Button>
      </div>
    </header>
  );
}
