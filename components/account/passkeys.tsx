'use client';

import { Fingerprint } from 'lucide-react';
import { useState, type ComponentType, type FormEvent, type ReactNode } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { Passkeys as PasskeyList, PasskeyView } from '@/lib/api/passkeys';
import type { TroubleProps } from '@/components/api/answered';
import { addPasskey, knowsPasskeys, type PasskeyBase } from '@/components/api/passkeys';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { PasswordField } from '@/components/ui/password-field';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';

export interface PasskeysProps {
  readonly base: PasskeyBase;
  readonly Trouble: ComponentType<TroubleProps>;
  /** Shown when the sign-in was too long ago; it calls back when that is mended or left. */
  readonly again?: (onEnd: () => void) => ReactNode;
  /** On a tablet that others use too, the password is asked for with each new one. */
  readonly asksPassword?: boolean;
}

/** Keys that a phone or a computer keeps: shown, added, removed. */
export function Passkeys({ base, Trouble, again, asksPassword = false }: PasskeysProps) {
  const { answer, ask } = useAnswer<PasskeyList>(base);
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();
  if (!answer?.ok) return null;

  const told = async (code: ProblemCode | undefined) => {
    setProblem(code);
    await ask();
  };
  return (
    <>
      {problem && problem !== 'sign-in-again' && <Trouble code={problem} />}
      <Rows label="Passkeys">
        {answer.value.passkeys.map((passkey) => (
          <Passkey key={passkey.id} base={base} passkey={passkey} onRemoved={told} />
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
        {again?.(() => setProblem(undefined))}
      </Dialog>
      <Dialog open={adding} title="Add a passkey" onClose={() => setAdding(false)}>
        <AddPasskey
          base={base}
          asksPassword={asksPassword}
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
  readonly base: PasskeyBase;
  readonly passkey: PasskeyView;
  readonly onRemoved: (problem: ProblemCode | undefined) => Promise<void>;
}) {
  const { base, passkey, onRemoved } = props;
  const [busy, setBusy] = useState(false);
  async function remove() {
    setBusy(true);
    const answer = await request('DELETE', `${base}/${passkey.id}`);
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
  readonly base: PasskeyBase;
  readonly asksPassword: boolean;
  readonly onAdded: (problem: ProblemCode | undefined) => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given: Record<string, string> = props.asksPassword
      ? { password: formText(form, 'password') }
      : {};
    setBusy(true);
    const answer = await addPasskey(props.base, formText(form, 'name'), given);
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
      {props.asksPassword && (
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          hint="So that nobody else adds one on a tablet that you left."
          required
        />
      )}
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
