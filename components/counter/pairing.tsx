'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { pairTerminal, type PairingOutcome } from '@/components/api/pair-terminal';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { LinkButton } from '@/components/ui/link-button';
import { KEYLESS_WORDS } from '@/components/words/device';
import { problemWords } from '@/components/words/problems';
import type { Words } from '@/components/words/words';
import { StepHeading } from './step-heading';

const COUNTER = '/counter' as Route;

/**
 * Makes this tablet a counter of a store, by a code that its staff can show.
 *
 * @param paired whether it is one already, so that there is something to go back to.
 */
export function Pairing({ paired }: { readonly paired: boolean }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<PairingOutcome | null>(null);
  const [pairing, setPairing] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = formText(event.currentTarget, 'code');
    setPairing(true);
    const outcome = await pairTerminal(code);
    setTrouble(outcome);
    if (outcome.kind !== 'paired') return setPairing(false);
    router.replace(COUNTER);
    router.refresh();
  };

  const words = trouble && wordsFor(trouble);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center gap-8 px-6 py-8">
      <StepHeading title="Pair this counter">
        Ask the staff: “Counters” on their tablet makes a code.
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
        {paired && (
          <LinkButton href={COUNTER} tone="bare" size="large" className="w-full">
            Not now
          </LinkButton>
        )}
      </form>
    </main>
  );
}

function wordsFor(outcome: PairingOutcome): Words | null {
  switch (outcome.kind) {
    case 'paired':
      return null;
    case 'keyless':
      return KEYLESS_WORDS;
    case 'refused':
      // A code that is too short or odd is, to whoever typed it, simply wrong.
      return problemWords(
        outcome.code === 'invalid-request' ? 'pairing-code-invalid' : outcome.code,
      );
    default:
      return outcome satisfies never;
  }
}
