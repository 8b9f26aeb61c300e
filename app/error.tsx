'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** For what nobody foresaw. Money is safe: payments are only ever made once, on the server. */
export default function ErrorPage({ retry }: { readonly retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">Something went wrong</h1>
      <EmptyState
        title="That should not have happened"
        action={
          <>
            <Button tone="go" size="large" onClick={retry}>
              Try again
            </Button>
            <LinkButton href="/" size="large">
              To the start
            </LinkButton>
          </>
        }
      >
        It is our fault, not yours. Nothing was paid twice.
      </EmptyState>
    </main>
  );
}
