'use client';

import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { LostPhone as Wish } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PhoneCodeForm } from './phone-code-form';
import { ProblemNotice } from './problem-notice';
import { PHONE_HINT } from './sign-up-form';
import { usePhoneCode } from './use-phone-code';

/** Without the phone and without signing in: freeze the wallet, or delete the face as well. */
export function LostPhone() {
  const code = usePhoneCode();
  const [wish, setWish] = useState<Wish['wish']>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();
  const [done, setDone] = useState(false);
  const phone = code.sent?.typed;
  if (done && wish) return <Done wish={wish} />;

  async function help(digits: string) {
    if (!phone || !wish) return;
    setBusy(true);
    const body = { phone, code: digits, wish } satisfies Wish;
    const answer = await request('POST', '/api/lost-phone', body);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem.code);
    setDone(answer.ok);
  }

  if (phone && wish) {
    return (
      <PhoneCodeForm
        sentTo={phone}
        inbox={code.sent?.inbox ?? false}
        label={wish === 'freeze' ? 'Freeze my wallet' : 'Delete my face'}
        busy={busy ? 'One moment…' : undefined}
        problem={problem ?? code.problem}
        onCode={(digits) => void help(digits)}
        onAgain={() => code.send(phone)}
        onOther={() => setWish(undefined)}
      />
    );
  }
  return (
    <AskNumber
      busy={code.sending}
      problem={code.problem}
      onWish={(typed, wanted) => {
        setProblem(undefined);
        setWish(wanted);
        if (phone !== typed) void code.send(typed);
      }}
    />
  );
}

function AskNumber(props: {
  readonly busy: boolean;
  readonly problem: ProblemCode | undefined;
  readonly onWish: (phone: string, wish: Wish['wish']) => void;
}) {
  const { busy, problem, onWish } = props;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const wish = submitter?.getAttribute('value') === 'delete-face' ? 'delete-face' : 'freeze';
    onWish(formText(event.currentTarget, 'phone'), wish);
  }
  return (
    <form className="space-y-5" onSubmit={submit}>
      {problem && <ProblemNotice code={problem} />}
      <TextField
        label="Phone number"
        name="phone"
        type="tel"
        autoComplete="tel"
        hint={PHONE_HINT}
        required
      />
      <Button
        type="submit"
        value="freeze"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Sending you a code…' : undefined}
      >
        Freeze my wallet
      </Button>
      <p className="text-ink-soft">
        Nobody can pay from a frozen wallet, and every phone is signed out. Your password or a
        passkey unfreezes it later.
      </p>
      <Button type="submit" value="delete-face" className="w-full" disabled={busy}>
        Delete my face as well
      </Button>
    </form>
  );
}

function Done({ wish }: { readonly wish: Wish['wish'] }) {
  return (
    <div className="space-y-5">
      <Notice
        tone="go"
        title={wish === 'freeze' ? 'All payments are stopped' : 'Your face is deleted'}
      >
        If this number has a wallet, nobody can pay from it now
        {wish === 'delete-face' && ', and no face is kept for it'}. Every phone is signed out.
      </Notice>
      <LinkButton href="/sign-in" className="w-full">
        To the sign-in
      </LinkButton>
    </div>
  );
}
