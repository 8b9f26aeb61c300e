'use client';

import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { OwnPhone, OwnPhones as Phones } from '@/lib/api/sessions';
import { Answered } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { ProblemNotice } from './problem-notice';

/** Browsers that keep a key, with which a smile pays on them. */
export function OwnPhones() {
  const asked = useAnswer<Phones>('/api/me/devices');
  return (
    <section aria-labelledby="own-phones" className="space-y-3">
      <h2 id="own-phones" className="text-xl font-extrabold">
        Where your smile pays
      </h2>
      <Answered asked={asked} Trouble={ProblemNotice} waiting="Looking it up…">
        {({ phones }) =>
          phones.length === 0 ? (
            <p className="text-ink-soft">On no phone of your own; at counters as ever.</p>
          ) : (
            <Rows label="Where your smile pays">
              {phones.map((phone) => (
                <Phone key={phone.id} phone={phone} onRemoved={asked.ask} />
              ))}
            </Rows>
          )
        }
      </Answered>
    </section>
  );
}

function Phone(props: { readonly phone: OwnPhone; readonly onRemoved: () => Promise<void> }) {
  const { phone, onRemoved } = props;
  const [busy, setBusy] = useState(false);
  const name = phone.client ?? 'A browser';
  const remove = async () => {
    setBusy(true);
    await request('DELETE', `/api/me/devices/${phone.id}`);
    await onRemoved();
    setBusy(false);
  };
  return (
    <Row
      leading={<Smartphone aria-hidden="true" />}
      title={name}
      detail={
        <>
          Added <When at={phone.addedAt} />
          {phone.lastUsedAt && (
            <>
              , last used <When at={phone.lastUsedAt} />
            </>
          )}
        </>
      }
      trailing={
        <Button
          aria-label={`Forget ${name}`}
          busy={busy ? 'One moment…' : undefined}
          onClick={() => void remove()}
        >
          Forget
        </Button>
      }
    />
  );
}
