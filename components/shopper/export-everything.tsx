'use client';

import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { ConfirmExport } from '@/lib/api/shoppers';
import { download } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Row, Rows } from '@/components/ui/rows';
import { ConfirmItIsYou } from './confirm-it-is-you';

/** All that is kept about the person, as a file. */
export function ExportEverything() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Rows label="Your data">
        <Row
          leading={<FileDown aria-hidden="true" />}
          title="All that we keep about you"
          detail="As files, in a ZIP"
          trailing={<Button onClick={() => setAsking(true)}>Download</Button>}
        />
      </Rows>
      <Dialog open={asking} title="Download your data" onClose={() => setAsking(false)}>
        <ConfirmItIsYou
          asks={{ purpose: 'export' }}
          hint="So that nobody else can take it."
          label="Download"
          busyLabel="Gathering it…"
          send={(given) =>
            download('/api/me/export', given satisfies ConfirmExport, 'smile-to-pay.zip')
          }
          onDone={() => setAsking(false)}
        />
      </Dialog>
    </>
  );
}
