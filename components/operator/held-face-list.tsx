'use client';

import { useState } from 'react';
import type { HeldFaces, HeldFaceView } from '@/lib/api/operator';
import type { ProblemCode } from '@/lib/api/problems';
import { Answered } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { Button } from '@/components/ui/button';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { Section } from './section';

/** Faces that look like one on another account: they pay nowhere until somebody had a look. */
export function HeldFaceList() {
  const asked = useAnswer<HeldFaces>('/api/operator/held-faces');
  const [busy, setBusy] = useState<string>();
  const [trouble, setTrouble] = useState<ProblemCode>();
  const clear = async ({ shopperId }: HeldFaceView) => {
    setBusy(shopperId);
    const answer = await request('POST', `/api/operator/held-faces/${shopperId}/clear`, {});
    setTrouble(answer.ok ? undefined : answer.problem.code);
    await asked.ask();
    setBusy(undefined);
  };
  return (
    <Section
      title="Faces that look alike"
      lead="No pictures are kept. Ask both for a document, or leave it: their PINs pay meanwhile."
    >
      {trouble && <Trouble code={trouble} />}
      <Answered asked={asked} Trouble={Trouble} waiting="Looking it up…">
        {({ faces }) =>
          faces.length === 0 ? (
            <p className="text-ink-soft">No face is held.</p>
          ) : (
            <Rows label="Held faces">
              {faces.map((face) => (
                <Row
                  key={face.shopperId}
                  title={`${face.name ?? 'Somebody'} looks like ${face.besideName ?? 'somebody who left'}`}
                  detail={
                    <>
                      Held since <When at={face.heldAt} />
                    </>
                  }
                  trailing={
                    <Button
                      busy={busy === face.shopperId ? 'One moment…' : undefined}
                      onClick={() => void clear(face)}
                    >
                      Two people
                    </Button>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Answered>
    </Section>
  );
}
