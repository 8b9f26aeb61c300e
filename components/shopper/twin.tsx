'use client';

import { Users } from 'lucide-react';
import { useState } from 'react';
import type { Twin as TwinBody } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Row, Rows } from '@/components/ui/rows';

export interface TwinProps {
  readonly hasTwin: boolean;
  readonly onChanged: () => Promise<void> | void;
}

/** Somebody looks just like me: the smile alone never pays then. */
export function Twin({ hasTwin, onChanged }: TwinProps) {
  const [busy, setBusy] = useState(false);
  const toggle = async () => {
    setBusy(true);
    await request('PUT', '/api/me/twin', { hasTwin: !hasTwin } satisfies TwinBody);
    await onChanged();
    setBusy(false);
  };
  return (
    <Rows label="Twin">
      <Row
        leading={<Users aria-hidden="true" />}
        title="I have a twin"
        detail={
          hasTwin ? 'After each smile we ask for your PIN too' : 'Somebody looks just like you?'
        }
        trailing={
          <Button
            aria-pressed={hasTwin}
            busy={busy ? '…' : undefined}
            onClick={() => void toggle()}
          >
            {hasTwin ? 'Yes, I have' : 'No'}
          </Button>
        }
      />
    </Rows>
  );
}
