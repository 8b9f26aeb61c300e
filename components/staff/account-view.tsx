'use client';

import { Hash, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { ChangePassword } from '@/components/account/change-password';
import { Passkeys } from '@/components/account/passkeys';
import { SessionList } from '@/components/account/session-list';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Row, Rows } from '@/components/ui/rows';
import { SetCode } from './set-code';
import { Trouble } from './trouble';

/** What a member of the staff may do to the own account. */
export function AccountView({ name }: { readonly name: string }) {
  const [changing, setChanging] = useState<'password' | 'code'>();
  const [codeSet, setCodeSet] = useState(false);
  const [changes, setChanges] = useState(0);
  const close = () => setChanging(undefined);
  return (
    <main className="mx-auto w-full max-w-3xl space-y-6 px-5 py-6 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-3xl font-extrabold">Your account</h1>
          <p className="text-ink-soft">{name}</p>
        </div>
        <LinkButton href="/staff">To the orders</LinkButton>
      </header>
      {changes > 0 && (
        <Notice tone="go" title="Your new password is set">
          You are signed out everywhere else.
        </Notice>
      )}
      {codeSet && <Notice tone="go" title="Your new code is set" />}
      <Rows label="Signing in">
        <Row
          leading={<LockKeyhole aria-hidden="true" />}
          title="Your password"
          detail="Yours alone, also on a tablet that others use"
          trailing={<Button onClick={() => setChanging('password')}>Change</Button>}
        />
        <Row
          leading={<Hash aria-hidden="true" />}
          title="Your code"
          detail="Takes over a tablet that a colleague hands you"
          trailing={<Button onClick={() => setChanging('code')}>Set code</Button>}
        />
      </Rows>
      <Passkeys base="/api/staff/passkeys" Trouble={Trouble} asksPassword />
      <SessionList key={changes} base="/api/staff/sessions" Trouble={Trouble} />
      <Dialog open={changing === 'code'} title="Your code" onClose={close}>
        {changing === 'code' && (
          <SetCode
            onDone={() => {
              close();
              setCodeSet(true);
            }}
          />
        )}
      </Dialog>
      <Dialog open={changing === 'password'} title="Change your password" onClose={close}>
        <ChangePassword
          path="/api/staff/password"
          Trouble={Trouble}
          onDone={() => {
            close();
            setChanges(changes + 1);
          }}
        />
      </Dialog>
    </main>
  );
}
