'use client';

import { ShoppingBag, UserRound, WalletMinimal } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

const TABS = [
  { href: '/shop', label: 'Shop', Icon: ShoppingBag, under: ['/shop', '/cart'] },
  { href: '/wallet', label: 'Wallet', Icon: WalletMinimal, under: ['/wallet', '/receipts'] },
  { href: '/me', label: 'Me', Icon: UserRound, under: ['/me'] },
] as const;

/** The three places of the phone, within reach of a thumb. */
export function TabBar() {
  const path = usePathname();
  return (
    <nav
      aria-label="Main"
      className="sticky bottom-0 z-20 mt-auto border-t border-line bg-card pb-[env(safe-area-inset-bottom)] print:hidden"
    >
      <ul className="mx-auto flex max-w-xl">
        {TABS.map(({ href, label, Icon, under }) => {
          const here = under.some((root) => path === root || path.startsWith(`${root}/`));
          return (
            <li key={href} className="grow basis-0">
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className="group flex min-h-16 flex-col items-center justify-center gap-0.5 text-sm font-bold text-ink-soft -outline-offset-4 aria-[current]:text-go-ink"
              >
                <span className="rounded-full px-5 py-1 transition-colors group-hover:bg-sunken group-aria-[current]:bg-go-soft">
                  <Icon aria-hidden="true" className="size-6" />
                </span>
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
