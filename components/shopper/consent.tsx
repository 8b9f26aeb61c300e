'use client';

import { CalendarClock, Eraser, HandHeart, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import { CONSENT_VERSION } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { ProblemNotice } from './problem-notice';

/** Whoever changes the meaning of these words gives `CONSENT_VERSION` a new value. */
const POINTS = [
  {
    Icon: LockKeyhole,
    title: 'What we keep',
    body: 'Numbers that describe your face, and beside each payment how well they matched. All locked; no photo, no film.',
  },
  {
    Icon: HandHeart,
    title: 'What for',
    body: 'Only to know you when you pay. We sell and share none of it.',
  },
  {
    Icon: CalendarClock,
    title: 'How long',
    body: 'Until you delete it. You need no reason and nobody’s help.',
  },
  {
    Icon: Eraser,
    title: 'How to delete it',
    body: 'Under Me, with one tap. The key is destroyed at once and you get a receipt.',
  },
] as const;

export interface ConsentProps {
  readonly onAgreed: () => void;
  readonly onSkip: () => void;
}

/** Asks before the camera is touched; no is as easy as yes. */
export function Consent({ onAgreed, onSkip }: ConsentProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function agree() {
    setBusy(true);
    setProblem(undefined);
    const answer = await request('POST', '/api/me/consent', { version: CONSENT_VERSION });
    if (answer.ok) return onAgreed();
    setBusy(false);
    setProblem(answer.problem.code);
  }

  return (
    <div className="space-y-6">
      <ul className="space-y-5">
        {POINTS.map(({ Icon, title, body }) => (
          <li key={title} className="flex gap-4">
            <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
              <Icon aria-hidden="true" />
            </span>
            <div>
              <h2 className="text-lg font-extrabold">{title}</h2>
              <p className="text-ink-soft">{body}</p>
            </div>
          </li>
        ))}
      </ul>
      <p>You can always pay with your PIN instead, at the same price.</p>
      {problem && <ProblemNotice code={problem} />}
      <div className="space-y-3">
        <Button
          tone="go"
          size="large"
          className="w-full"
          busy={busy ? 'Noting your yes…' : undefined}
          onClick={() => void agree()}
        >
          I agree, add my face
        </Button>
        <Button className="w-full" onClick={onSkip}>
          Not now
        </Button>
      </div>
    </div>
  );
}
