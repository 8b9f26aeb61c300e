'use client';

import type { ComponentType, ReactNode } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import type { Asked } from './use-answer';

export interface TroubleProps {
  readonly code: ProblemCode;
  /** The way on, where the words alone are none. */
  readonly action?: ReactNode;
}

export interface AnsweredProps<Value> {
  readonly asked: Asked<Value>;
  /** What is being fetched, e.g. `Opening your wallet…`. */
  readonly waiting: string;
  /** Says what went wrong to whoever reads it here, and where they sign in again. */
  readonly Trouble: ComponentType<TroubleProps>;
  readonly children: (value: Value) => ReactNode;
}

/** Shows the value once it is there; until then what is being done, or what went wrong. */
export function Answered<Value>({ asked, waiting, Trouble, children }: AnsweredProps<Value>) {
  const { answer, ask } = asked;
  if (!answer) {
    return (
      <div className="py-12">
        <Progress label={waiting} />
      </div>
    );
  }
  if (answer.ok) return children(answer.value);
  const tryAgain = <Button onClick={() => void ask()}>Try again</Button>;
  return <Trouble code={answer.problem.code} action={tryAgain} />;
}
