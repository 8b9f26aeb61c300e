'use client';

import { Gauge, KeyRound, Phone, ScanFace } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { AccountClosed, FaceDeleted, Me } from '@/lib/api/shoppers';
import { Answered } from '@/components/api/answered';
import { signOutShopper } from '@/components/api/session';
import { useAnswer, type Asked } from '@/components/api/use-answer';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { AccountIsClosed, CloseAccount } from './close-account';
import { ChangePhone } from './change-phone';
import { DeleteFace } from './delete-face';
import { ExportEverything } from './export-everything';
import { Freeze } from './freeze';
import { ProblemNotice } from './problem-notice';
import { ProvePhone } from './prove-phone';
import { SignInSafety } from './sign-in-safety';
import { SetPin } from './set-pin';
import { Twin } from './twin';

type Sheet = 'pin' | 'delete-face' | 'phone' | null;

/** Who this is, how they pay, and the way out. */
export function MeView() {
  const asked = useAnswer<Me>('/api/me');
  return (
    <Answered asked={asked} Trouble={ProblemNotice} waiting="One moment…">
      {(me) => <About me={me} asked={asked} />}
    </Answered>
  );
}

function About({ me, asked }: { readonly me: Me; readonly asked: Asked<Me> }) {
  const [sheet, setSheet] = useState<Sheet>(null);
  const [deleted, setDeleted] = useState<FaceDeleted>();
  const [pinKept, setPinKept] = useState(false);
  const [closed, setClosed] = useState<AccountClosed>();
  if (closed) return <AccountIsClosed {...closed} />;
  return (
    <div className="space-y-5">
      {deleted && !me.face && <DeletionReceipt deleted={deleted} />}
      {pinKept && <Notice tone="go" title="Your new PIN is set" />}
      <Facts me={me} onOpen={setSheet} />
      {!me.phoneProven && <ProvePhone maskedPhone={me.maskedPhone} onProven={asked.ask} />}
      <Freeze frozenAt={me.frozenAt} onChanged={asked.ask} />
      {me.face && <Twin hasTwin={me.hasTwin} onChanged={asked.ask} />}
      {me.face && (
        <LinkButton href="/enrol" className="w-full">
          Take new pictures of your face
        </LinkButton>
      )}
      <SignInSafety maskedPhone={me.maskedPhone} />
      <ExportEverything />
      <SignOut />
      <CloseAccount onClosed={setClosed} />
      <ChangePhone
        open={sheet === 'phone'}
        maskedPhone={me.maskedPhone}
        onClose={() => setSheet(null)}
        onChanged={async () => {
          setSheet(null);
          await asked.ask();
        }}
      />
      <Dialog
        open={sheet === 'pin'}
        title={me.pinSet ? 'Change your PIN' : 'Set a PIN'}
        onClose={() => setSheet(null)}
      >
        <SetPin
          onDone={() => {
            setSheet(null);
            setPinKept(true);
            void asked.ask();
          }}
        />
      </Dialog>
      <DeleteFace
        open={sheet === 'delete-face'}
        onClose={() => setSheet(null)}
        onDeleted={(receipt) => {
          setSheet(null);
          setDeleted(receipt);
          void asked.ask();
        }}
      />
    </div>
  );
}

function Facts({ me, onOpen }: { readonly me: Me; readonly onOpen: (sheet: Sheet) => void }) {
  return (
    <Rows label="About you">
      <Row
        leading={<Phone aria-hidden="true" />}
        title={me.name}
        detail={<span className="tabular">{me.maskedPhone}</span>}
        trailing={<Button onClick={() => onOpen('phone')}>Change number</Button>}
      />
      <Row
        leading={<ScanFace aria-hidden="true" />}
        title="Your face"
        detail={<FaceDetail face={me.face} />}
        trailing={
          me.face ? (
            <Button onClick={() => onOpen('delete-face')}>Delete</Button>
          ) : (
            <LinkButton href="/enrol" tone="accent">
              Add
            </LinkButton>
          )
        }
      />
      <Row
        leading={<KeyRound aria-hidden="true" />}
        title="Your PIN"
        detail={me.pinSet ? 'Pays where a smile does not' : 'Not set yet'}
        trailing={
          <Button tone={me.pinSet ? 'quiet' : 'accent'} onClick={() => onOpen('pin')}>
            {me.pinSet ? 'Change PIN' : 'Set PIN'}
          </Button>
        }
      />
      <Row
        leading={<Gauge aria-hidden="true" />}
        title="Your limits"
        detail="How much a smile may pay"
        href="/me/limits"
      />
    </Rows>
  );
}

function FaceDetail({ face }: { readonly face: Me['face'] }) {
  if (!face) return <>Not added. You pay with your PIN.</>;
  if (face.held) return <>We have a look at it first. Your PIN pays meanwhile.</>;
  return (
    <>
      <Badge tone="go">Ready to smile</Badge> since <When at={face.enrolledAt} />
    </>
  );
}

function DeletionReceipt({ deleted }: { readonly deleted: FaceDeleted }) {
  return (
    <Notice tone="go" title="Your face is deleted">
      <p>
        The key it was locked with was destroyed on <When at={deleted.deletedAt} />. Nobody can read
        it again, not even we.
      </p>
      <p className="text-sm break-all">Deletion receipt {deleted.receiptId}</p>
    </Notice>
  );
}

function SignOut() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function signOut() {
    setBusy(true);
    if (await signOutShopper()) {
      router.replace('/');
      router.refresh();
      return;
    }
    setBusy(false);
    setFailed(true);
  }
  return (
    <>
      {failed && <ProblemNotice code="unavailable" />}
      <Button
        className="w-full"
        busy={busy ? 'Signing out…' : undefined}
        onClick={() => void signOut()}
      >
        Sign out
      </Button>
    </>
  );
}
