'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { ProblemNotice } from './problem-notice';
import type { Asked } from './use-answer';

export interface AnsweredProps<Value> {
  readonly asked: Asked<Value>;
  /** What is being fetched, e.g. `Opening your wallet…`. */
  readonly waiting: string;
  readonly children: (value: Value) => ReactNode;
}

/** Shows the value once it is there; until then what is being done, or what went wrong. */
export function Answered<Value>({ asked, waiting, children }: AnsweredProps<Value>) {
  const { answer, ask } = asked;
  if (!answer) {
    return (
      <div className="py-12">
        <Progress label={waiting} />
      </div>
    );
  }
  if (answer.ok) return children(answer.value);
  return (
    <ProblemNotice
      code={answer.problem.code}
      action={<Button onClick={() => void ask()}>Try again</Button>}
    />
  );
}
