'use client';

import { Fingerprint } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { Passkeys as PasskeyList, PasskeyView } from '@/lib/api/passkeys';
import { addPasskey, knowsPasskeys } from '@/components/api/passkeys';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { ProblemNotice } from './problem-notice';
import { SignInAgain } from './sign-in-again';

/** Keys that a phone or a computer keeps: shown, added, removed. */
export function Passkeys({ maskedPhone }: { readonly maskedPhone: string }) {
  const { answer, ask } = useAnswer<PasskeyList>('/api/me/passkeys');
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();
  if (!answer?.ok) return null;

  const told = async (code: ProblemCode | undefined) => {
    setProblem(code);
    await ask();
  };
  return (
    <>
      {problem && problem !== 'sign-in-again' && <ProblemNotice code={problem} />}
      <Rows label="Passkeys">
        {answer.value.passkeys.map((passkey) => (
          <Passkey key={passkey.id} passkey={passkey} onRemoved={told} />
        ))}
        {knowsPasskeys() && (
          <Row
            leading={<Fingerprint aria-hidden="true" />}
            title="Passkeys"
            detail="Sign in with your finger, face or screen lock"
            trailing={<Button onClick={() => setAdding(true)}>Add one</Button>}
          />
        )}
      </Rows>
      <Dialog
        open={problem === 'sign-in-again'}
        title="Is it still you?"
        onClose={() => setProblem(undefined)}
      >
        <SignInAgain
          maskedPhone={maskedPhone}
          onSignedIn={() => setProblem(undefined)}
          onSkip={() => setProblem(undefined)}
        />
      </Dialog>
      <Dialog open={adding} title="Add a passkey" onClose={() => setAdding(false)}>
        <AddPasskey
          onAdded={async (code) => {
            setAdding(false);
            await told(code);
          }}
        />
      </Dialog>
    </>
  );
}

function Passkey(props: {
  readonly passkey: PasskeyView;
  readonly onRemoved: (problem: ProblemCode | undefined) => Promise<void>;
}) {
  const { passkey, onRemoved } = props;
  const [busy, setBusy] = useState(false);
  async function remove() {
    setBusy(true);
    const answer = await request('DELETE', `/api/me/passkeys/${passkey.id}`);
    await onRemoved(answer.ok ? undefined : answer.problem.code);
    setBusy(false);
  }
  return (
    <Row
      leading={<Fingerprint aria-hidden="true" />}
      title={passkey.name}
      detail={
        passkey.lastUsedAt ? (
          <>
            Used <When at={passkey.lastUsedAt} />
          </>
        ) : (
          <>
            Added <When at={passkey.createdAt} />
          </>
        )
      }
      trailing={
        <Button
          busy={busy ? 'Removing…' : undefined}
          aria-label={`Remove ${passkey.name}`}
          onClick={() => void remove()}
        >
          Remove
        </Button>
      }
    />
  );
}

function AddPasskey(props: {
  readonly onAdded: (problem: ProblemCode | undefined) => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = formText(event.currentTarget, 'name');
    setBusy(true);
    const answer = await addPasskey(name);
    await props.onAdded(answer.ok ? undefined : answer.problem.code);
    setBusy(false);
  }
  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Its name"
        name="name"
        defaultValue="My phone"
        maxLength={40}
        hint="So that you know it again in this list."
        required
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Your phone is asking you…' : undefined}
      >
        Add it
      </Button>
    </form>
  );
}
