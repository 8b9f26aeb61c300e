'use client';

import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { Pair, Terminal } from '@/lib/api/terminals';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { problemWords } from '@/components/words/problems';
import { StepHeading } from './step-heading';

/** Makes this tablet a counter of a store, by a code that its staff can show. */
export function Pairing() {
  const router = useRouter();
  const [trouble, setTrouble] = useState<ProblemCode | null>(null);
  const [pairing, setPairing] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = formText(event.currentTarget, 'code');
    setPairing(true);
    const answer = await request<Terminal>('POST', '/api/terminals/pair', { code } satisfies Pair);
    setTrouble(answer.ok ? null : answer.problem.code);
    if (answer.ok) router.refresh();
    else setPairing(false);
  };

  const words = trouble && wordsFor(trouble);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center gap-8 px-6 py-8">
      <StepHeading title="Pair this counter">
        Ask the staff: “Pair a counter” on their tablet shows a code.
      </StepHeading>
      <form className="space-y-5" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Code"
          name="code"
          required
          minLength={8}
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="K7QM-4XWP"
          className="min-h-20 text-center text-3xl font-bold tracking-widest uppercase"
          error={words ? `${words.title}. ${words.body}` : undefined}
        />
        <Button
          type="submit"
          tone="go"
          size="huge"
          className="w-full"
          busy={pairing ? 'Pairing…' : undefined}
        >
          Pair
        </Button>
      </form>
    </main>
  );
}

/** A code that is too short or odd is, to whoever typed it, simply wrong. */
function wordsFor(code: ProblemCode) {
  return problemWords(code === 'invalid-request' ? 'pairing-code-invalid' : code);
}
