import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

export const metadata: Metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">Not here</h1>
      <EmptyState
        title="There is nothing here"
        action={
          <LinkButton href="/" tone="go" size="large">
            To the start
          </LinkButton>
        }
      >
        The page may have moved, or the address has a slip in it.
      </EmptyState>
    </main>
  );
}
