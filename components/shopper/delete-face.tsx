'use client';

import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { FaceDeleted } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ProblemNotice } from './problem-notice';

export interface DeleteFaceProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDeleted: (receipt: FaceDeleted) => void;
}

/** Says what deleting means, then does it. */
export function DeleteFace({ open, onClose, onDeleted }: DeleteFaceProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function remove() {
    setBusy(true);
    setProblem(undefined);
    const answer = await request<FaceDeleted>('DELETE', '/api/me/face');
    setBusy(false);
    if (answer.ok) onDeleted(answer.value);
    else setProblem(answer.problem.code);
  }

  return (
    <Dialog
      open={open}
      title="Delete your face?"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button tone="stop" busy={busy ? 'Deleting…' : undefined} onClick={() => void remove()}>
            Delete my face
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {problem && <ProblemNotice code={problem} />}
        <p>
          We destroy the key that locks the numbers taken from your face. They can never be read
          again, and you get a receipt for it.
        </p>
        <p>Your wallet stays as it is, and your PIN keeps working. You can add your face again.</p>
      </div>
    </Dialog>
  );
}
