'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';

type Wish = 'open' | 'asking' | 'remembered' | 'failed';

/** After a smile that needed the PIN: adds its picture to the face, if its person wants that. */
export function RememberMe({ paymentId }: { readonly paymentId: string }) {
  const [wish, setWish] = useState<Wish>('open');

  async function remember() {
    setWish('asking');
    const answer = await request('POST', `/api/payments/${paymentId}/remember`, {});
    setWish(answer.ok ? 'remembered' : 'failed');
  }

  return (
    <div role="status" className="mx-auto w-full max-w-md space-y-2 text-center">
      {wish === 'remembered' && (
        <p className="flex items-center justify-center gap-2 text-lg font-bold text-go-ink">
          <Check aria-hidden="true" /> Done. Next time we know you like this.
        </p>
      )}
      {wish === 'failed' && <p>We could not keep this picture. All else stays as it is.</p>}
      {(wish === 'open' || wish === 'asking') && (
        <>
          <Button
            size="large"
            className="w-full"
            busy={wish === 'asking' ? 'Remembering…' : undefined}
            onClick={() => void remember()}
          >
            Remember me like this
          </Button>
          <p className="text-ink-soft">Then your smile is more likely to be enough next time.</p>
        </>
      )}
    </div>
  );
}
