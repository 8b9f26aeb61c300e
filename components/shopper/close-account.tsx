'use client';

import { DoorOpen } from 'lucide-react';
import { useState } from 'react';
import type { AccountClosed, CloseAccount as Body } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Row, Rows } from '@/components/ui/rows';
import { ConfirmItIsYou } from './confirm-it-is-you';

/** For whoever leaves: the money back, everything else forgotten. */
export function CloseAccount({ onClosed }: { readonly onClosed: (closed: AccountClosed) => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Rows label="Leaving">
        <Row
          leading={<DoorOpen aria-hidden="true" />}
          title="Close your account"
          detail="Your money goes back to your bank"
          trailing={<Button onClick={() => setAsking(true)}>Close it</Button>}
        />
      </Rows>
      <Dialog open={asking} title="Close your account" onClose={() => setAsking(false)}>
        <p className="pb-5 text-lg">
          Your face, name, number and passwords are deleted at once. This cannot be undone.
        </p>
        <ConfirmItIsYou
          asks={{ purpose: 'close-account' }}
          hint="So that nobody else can close it."
          label="Close my account"
          busyLabel="Closing it…"
          send={async (given) => {
            const body = given satisfies Body;
            const answer = await request<AccountClosed>('POST', '/api/me/close', body);
            if (answer.ok) onClosed(answer.value);
            return answer;
          }}
          onDone={() => undefined}
        />
      </Dialog>
    </>
  );
}

export function AccountIsClosed({ paidOut }: AccountClosed) {
  return (
    <div className="space-y-5">
      <Notice tone="go" title="Your account is closed">
        {paidOut.amount === '0' ? (
          'Your face, your name and your number are deleted. Thank you for having been here.'
        ) : (
          <>
            <Amount value={paidOut} /> goes back to your bank. Your face, your name and your number
            are deleted. Thank you for having been here.
          </>
        )}
      </Notice>
      <LinkButton href="/" className="w-full">
        To the start
      </LinkButton>
    </div>
  );
}
