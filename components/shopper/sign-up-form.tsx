'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { SignedUp, SignUp } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { signInShopper } from '@/components/api/session';
import { problemWords } from '@/components/words/problems';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/ui/password-field';
import { formText } from '@/components/ui/form-text';
import { signInPath } from './next-path';
import { PhoneCodeForm } from './phone-code-form';
import { ProblemNotice } from './problem-notice';
import { usePhoneCode } from './use-phone-code';

/** The server reads a number without a country as a Chinese one. */
export const PHONE_HINT = 'From outside China, start with + and your country.';

const PASSWORD_MIN = 10;

/** @requires a path of this site as `next`: where to go once enrolled. */
export function SignUpForm({ next }: { readonly next: Route }) {
  const [typed, setTyped] = useState<Account>();
  const [typingAgain, setTypingAgain] = useState(false);
  const code = usePhoneCode();
  const { busy, problem, clearProblem, signUp } = useSignUp(next);

  const isSent = code.sent !== undefined && code.sent.typed === typed?.phone;
  if (typed && code.sent && isSent && !typingAgain && problem !== 'weak-password') {
    return (
      <div className="space-y-5">
        {problem === 'number-has-account' && <KnownNumber next={next} />}
        <PhoneCodeForm
          sentTo={typed.phone}
          inbox={code.sent.inbox}
          label="Make my wallet"
          busy={busy ? 'Making your wallet…' : undefined}
          problem={problem === 'number-has-account' ? undefined : (problem ?? code.problem)}
          onCode={(digits) => void signUp({ ...typed, code: digits })}
          onAgain={() => code.send(typed.phone)}
          onOther={() => setTypingAgain(true)}
        />
      </div>
    );
  }
  const submit = (account: Account) => {
    setTyped(account);
    setTypingAgain(false);
    clearProblem();
    if (code.sent?.typed !== account.phone) void code.send(account.phone);
  };
  return (
    <AccountForm
      typed={typed}
      busy={code.sending}
      problem={problem ?? code.problem}
      onAccount={submit}
    />
  );
}

type Account = Pick<SignUp, 'phone' | 'name' | 'password'>;

function AccountForm(props: {
  readonly typed: Account | undefined;
  readonly busy: boolean;
  readonly problem: ProblemCode | undefined;
  readonly onAccount: (account: Account) => void;
}) {
  const { typed, busy, problem, onAccount } = props;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    onAccount({
      phone: formText(form, 'phone'),
      name: formText(form, 'name'),
      password: formText(form, 'password'),
    });
  }
  return (
    <form className="space-y-5" onSubmit={submit}>
      {problem && !FIELD_OF[problem] && <ProblemNotice code={problem} />}
      <TextField
        label="Your name"
        name="name"
        defaultValue={typed?.name}
        autoComplete="name"
        maxLength={60}
        hint="The counter shows only your first name and an initial."
        required
      />
      <TextField
        label="Phone number"
        name="phone"
        type="tel"
        defaultValue={typed?.phone}
        autoComplete="tel"
        hint={PHONE_HINT}
        error={errorOf('phone', problem)}
        required
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        hint={`At least ${PASSWORD_MIN} characters.`}
        error={errorOf('password', problem)}
        required
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Sending you a code…' : undefined}
      >
        Sign up
      </Button>
    </form>
  );
}

/** Only whoever has the code of the number reads this. */
function KnownNumber({ next }: { readonly next: Route }) {
  const { title, body } = problemWords('number-has-account');
  return (
    <Notice tone="stop" title={title}>
      <p>{body}</p>
      <div className="pt-2">
        <LinkButton href={signInPath(next)} tone="go">
          Sign in
        </LinkButton>
      </div>
    </Notice>
  );
}

/** Makes the account, signs in and goes on to the face. */
function useSignUp(next: Route) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function signUp(body: SignUp) {
    setBusy(true);
    setProblem(undefined);
    const outcome = await signUpAndIn(body);
    if (outcome !== 'signed-in') {
      setBusy(false);
      setProblem(outcome);
      return;
    }
    router.replace(`/enrol?next=${encodeURIComponent(next)}` as Route);
    router.refresh();
  }

  return { busy, problem, clearProblem: () => setProblem(undefined), signUp };
}

/** A first answer that was lost may have made the account: then the password opens it. */
async function signUpAndIn(body: SignUp): Promise<ProblemCode | 'signed-in'> {
  const { phone, password } = body;
  const answer = await request<SignedUp>('POST', '/api/shoppers', body);
  const code = answer.ok ? undefined : answer.problem.code;
  if (code !== undefined && code !== 'number-has-account') return code;
  const outcome = await signInShopper({ phone: answer.ok ? answer.value.phone : phone, password });
  return outcome === 'refused' ? 'number-has-account' : outcome;
}

/** Problems that belong beside a field rather than above the form. */
const FIELD_OF: Partial<Record<ProblemCode, keyof SignUp>> = {
  'invalid-phone': 'phone',
  'weak-password': 'password',
};

function errorOf(field: keyof SignUp, problem: ProblemCode | undefined): string | undefined {
  if (!problem || FIELD_OF[problem] !== field) return undefined;
  const { title, body } = problemWords(problem);
  return `${title}. ${body}`;
}
