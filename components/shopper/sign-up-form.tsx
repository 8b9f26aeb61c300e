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
import { ProblemNotice } from './problem-notice';

/** The server reads a number without a country as a Chinese one. */
export const PHONE_HINT = 'From outside China, start with + and your country.';

const PASSWORD_MIN = 10;

/** @requires a path of this site as `next`: where to go once enrolled. */
export function SignUpForm({ next }: { readonly next: Route }) {
  const { busy, problem, signUp } = useSignUp(next);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    void signUp({
      phone: formText(form, 'phone'),
      name: formText(form, 'name'),
      password: formText(form, 'password'),
    });
  }

  return (
    <form className="space-y-5" onSubmit={submit}>
      {problem === 'sign-in-refused' && <PerhapsKnown next={next} />}
      {problem && problem !== 'sign-in-refused' && !FIELD_OF[problem] && (
        <ProblemNotice code={problem} />
      )}
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        maxLength={60}
        hint="The counter shows only your first name and an initial."
        required
      />
      <TextField
        label="Phone number"
        name="phone"
        type="tel"
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
        busy={busy ? 'Making your wallet…' : undefined}
      >
        Sign up
      </Button>
    </form>
  );
}

/** The server does not say whether a number has an account; the password shows whose it is. */
function PerhapsKnown({ next }: { readonly next: Route }) {
  return (
    <Notice tone="stop" title="Have you been here before?">
      <p>If this number already has an account, sign in with its password.</p>
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
    const answer = await request<SignedUp>('POST', '/api/shoppers', body);
    const outcome = answer.ok
      ? await signInShopper({ phone: answer.value.phone, password: body.password })
      : answer.problem.code;
    if (outcome !== 'signed-in') {
      setBusy(false);
      setProblem(outcome === 'refused' ? 'sign-in-refused' : outcome);
      return;
    }
    router.replace(`/enrol?next=${encodeURIComponent(next)}` as Route);
    router.refresh();
  }

  return { busy, problem, signUp };
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
