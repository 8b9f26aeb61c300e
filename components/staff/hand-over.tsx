'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Colleagues } from '@/lib/api/members';
import { Answered } from '@/components/api/answered';
import { signInStaffByCode } from '@/components/api/session';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import { Progress } from '@/components/ui/progress';
import { problemWords } from '@/components/words/problems';
import { Trouble } from './trouble';

type Colleague = Colleagues['colleagues'][number];

/** Whose tablet is it now? A name, and that person's own six digits. */
export function HandOverButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Hand over</Button>
      <Dialog open={open} title="Who takes over?" onClose={() => setOpen(false)}>
        {open && <HandOver onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function HandOver({ onDone }: { readonly onDone: () => void }) {
  const asked = useAnswer<Colleagues>('/api/staff/colleagues');
  const [next, setNext] = useState<Colleague>();
  if (next) return <TypeCode colleague={next} onDone={onDone} />;
  return (
    <Answered asked={asked} Trouble={Trouble} waiting="Looking who is here…">
      {({ hasCode, colleagues }) => (
        <div className="space-y-5">
          {colleagues.length === 0 ? (
            <p>Nobody else has a code yet. Each sets one on the own account page.</p>
          ) : (
            <div className="grid gap-3">
              {colleagues.map((colleague) => (
                <Button key={colleague.id} size="large" onClick={() => setNext(colleague)}>
                  {colleague.name}
                </Button>
              ))}
            </div>
          )}
          {!hasCode && (
            <LinkButton href="/staff/account" className="w-full">
              Set a code of your own
            </LinkButton>
          )}
        </div>
      )}
    </Answered>
  );
}

function TypeCode(props: { readonly colleague: Colleague; readonly onDone: () => void }) {
  const { colleague, onDone } = props;
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const type = async (code: string) => {
    setTyped(code);
    setError(undefined);
    if (code.length < PIN_LENGTH) return;
    setBusy(true);
    const outcome = await signInStaffByCode({ member: colleague.id, code });
    setTyped('');
    setBusy(false);
    if (outcome !== 'signed-in') {
      const wrong = outcome === 'refused';
      return setError(wrong ? 'That is not the code' : problemWords(outcome).title);
    }
    // The page is made anew for whoever is here now.
    router.refresh();
    onDone();
  };
  return (
    <div className="mx-auto max-w-sm space-y-4">
      <p role="status" className="text-center text-lg font-bold">
        {colleague.name}, your six digits
      </p>
      <PinPad
        label="Code"
        value={typed}
        onChange={(code) => void type(code)}
        disabled={busy}
        error={error}
      />
      {busy && <Progress label="One moment…" />}
    </div>
  );
}
