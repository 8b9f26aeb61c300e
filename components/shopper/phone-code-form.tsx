'use client';

import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { problemWords } from '@/components/words/problems';
import { InboxHint } from './inbox-hint';

export interface PhoneCodeFormProps {
  /** Where the code went, as the person knows it. */
  readonly sentTo: string;
  /** The demo shows the message on a page instead of sending it. */
  readonly inbox: boolean;
  /** What the button does with the code, e.g. `Make my wallet`. */
  readonly label: string;
  /** While it is being done. */
  readonly busy: string | undefined;
  readonly problem: ProblemCode | undefined;
  readonly onCode: (code: string) => void;
  readonly onAgain: () => Promise<void>;
  /** The number was mistyped; absent where it cannot be another one. */
  readonly onOther?: () => void;
}

const CODE_LENGTH = 6;

/** Six digits that a message brought. */
export function PhoneCodeForm(props: PhoneCodeFormProps) {
  const { sentTo, inbox, label, busy, problem, onCode } = props;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onCode(formText(event.currentTarget, 'code').replaceAll(/\D/g, ''));
  }
  return (
    <form className="space-y-5" onSubmit={submit}>
      <p className="text-lg">
        We sent six digits to <strong className="whitespace-nowrap">{sentTo}</strong>.
      </p>
      {inbox && <InboxHint />}
      <TextField
        label="The six digits"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={CODE_LENGTH + 4}
        autoFocus
        error={problem && errorOf(problem)}
        required
      />
      <Button type="submit" tone="go" size="large" className="w-full" busy={busy}>
        {label}
      </Button>
      <Again onAgain={props.onAgain} />
      {props.onOther && (
        <Button tone="bare" className="w-full" onClick={props.onOther}>
          Another number
        </Button>
      )}
    </form>
  );
}

/** A message may be slow, or lost. */
function Again({ onAgain }: Pick<PhoneCodeFormProps, 'onAgain'>) {
  const [state, setState] = useState<'idle' | 'sending' | 'sent'>('idle');
  const again = async () => {
    setState('sending');
    await onAgain();
    setState('sent');
  };
  return (
    <div className="text-center">
      <Button
        tone="bare"
        busy={state === 'sending' ? 'Sending…' : undefined}
        onClick={() => void again()}
      >
        Send it again
      </Button>
      <p role="status">{state === 'sent' && 'On its way. The latest one counts.'}</p>
    </div>
  );
}

function errorOf(problem: ProblemCode): string {
  const { title, body } = problemWords(problem);
  return `${title}. ${body}`;
}
