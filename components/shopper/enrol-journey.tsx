'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { BeginEnrolment, Enrol, Enrolled, EnrolmentChallenge, Me } from '@/lib/api/shoppers';
import { Answered } from '@/components/api/answered';
import { request, type Refusal } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { FaceCheckView } from '@/components/face-check/face-check-view';
import { faceEngine } from '@/components/face-check/face-engine';
import { SmileMark } from '@/components/start/smile-mark';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Consent } from './consent';
import { EnrolRefused } from './enrol-refused';
import { NextPicture } from './next-picture';
import { ProblemNotice } from './problem-notice';
import { SetPin } from './set-pin';
import { SignInAgain } from './sign-in-again';
import { useFocusOn } from './use-focus-on';

type Step =
  | { readonly kind: 'consent' }
  | { readonly kind: 'sign-in-again' }
  /** `anew`: the first picture, whatever was taken before. */
  | { readonly kind: 'camera'; readonly anew: boolean }
  | { readonly kind: 'next-picture'; readonly missing: number; readonly alike: boolean }
  | ({ readonly kind: 'refused' } & Refusal)
  | { readonly kind: 'kept' }
  | { readonly kind: 'pin' };

type Go = (step: Step) => void;

const FIRST_PICTURE = { kind: 'camera', anew: true } as const;
const ONE_MORE_PICTURE = { kind: 'camera', anew: false } as const;

const TITLES: Record<Step['kind'], { readonly title: string; readonly lead?: string }> = {
  consent: { title: 'Your face, if you like', lead: 'Before the camera, what happens with it:' },
  'sign-in-again': {
    title: 'Is it still you?',
    lead: 'Before a face is added or changed, we ask for your password once more.',
  },
  camera: { title: 'Say hello to the camera' },
  'next-picture': { title: 'Lovely. Now in other light' },
  refused: { title: 'That did not work' },
  kept: { title: 'A lovely smile' },
  pin: { title: 'Set a PIN', lead: 'For the days when you would rather not smile.' },
};

/** Consent, camera, PIN; each may be left out, and nothing is lost by coming back later. */
export function EnrolJourney({ next }: { readonly next: Route }) {
  const asked = useAnswer<Me>('/api/me');
  return (
    <Answered asked={asked} Trouble={ProblemNotice} waiting="One moment…">
      {(me) => <Steps next={next} me={me} />}
    </Answered>
  );
}

function Steps({ next, me }: { readonly next: Route; readonly me: Me }) {
  const router = useRouter();
  const [step, go] = useState<Step>({ kind: 'consent' });
  // The engine loads while the words are read; nothing is seen before the yes.
  useEffect(() => void faceEngine(), []);
  const leave = () => router.replace(next);
  const afterFace = () => (me.pinSet ? leave() : go({ kind: 'pin' }));
  const top = useFocusOn(step.kind);
  return (
    <div ref={top} tabIndex={-1}>
      <PageHeader {...TITLES[step.kind]} />
      {step.kind === 'consent' && (
        <Consent
          onAgreed={() => go(me.freshlySignedIn ? FIRST_PICTURE : { kind: 'sign-in-again' })}
          onSkip={afterFace}
        />
      )}
      {step.kind === 'sign-in-again' && (
        <SignInAgain
          maskedPhone={me.maskedPhone}
          onSignedIn={() => go(FIRST_PICTURE)}
          onSkip={afterFace}
        />
      )}
      {step.kind === 'camera' && <EnrolCamera anew={step.anew} onGo={go} onSkip={afterFace} />}
      {step.kind === 'next-picture' && (
        <NextPicture {...step} onNext={() => go(ONE_MORE_PICTURE)} onSkip={afterFace} />
      )}
      {step.kind === 'refused' && (
        <EnrolRefused refusal={step} onAgain={() => go(ONE_MORE_PICTURE)} onSkip={afterFace} />
      )}
      {step.kind === 'kept' && <Kept onRetake={() => go(FIRST_PICTURE)} onContinue={afterFace} />}
      {step.kind === 'pin' && (
        <div className="space-y-6">
          <SetPin onDone={leave} />
          <LinkButton href={next} tone="bare" className="w-full">
            Later
          </LinkButton>
        </div>
      )}
    </div>
  );
}

interface EnrolCameraProps {
  readonly anew: boolean;
  readonly onGo: Go;
  readonly onSkip: () => void;
}

function EnrolCamera({ anew, onGo, onSkip }: EnrolCameraProps) {
  return (
    <FaceCheckView
      signer="shopper"
      prompts={{ smile: 'Now smile, as if you were paying' }}
      sendingLabel="Keeping it safe…"
      challenge={(wish) =>
        request<EnrolmentChallenge>('POST', '/api/me/enrolment/challenge', {
          ...wish,
          anew,
        } satisfies BeginEnrolment)
      }
      onDone={async (evidence, { id }) => {
        const body: Enrol = { challengeId: id, evidence };
        const answer = await request<Enrolled>('POST', '/api/me/enrolment', body);
        onGo(answer.ok ? stepAfterPicture(answer.value) : stepAfter(answer.problem));
      }}
      onRefused={(refusal) => onGo(stepAfter(refusal))}
      ways={[{ label: 'Skip for now', onChoose: onSkip }]}
    />
  );
}

function stepAfterPicture(enrolled: Enrolled): Step {
  return enrolled.kind === 'complete' ? { kind: 'kept' } : { ...enrolled, kind: 'next-picture' };
}

/** A sign-in that is too old, or a key that this browser lost: both come back with the password. */
const PASSWORD_HELPS: readonly Refusal['code'][] = ['sign-in-again', 'device-unknown'];

function stepAfter(refusal: Refusal): Step {
  return PASSWORD_HELPS.includes(refusal.code)
    ? { kind: 'sign-in-again' }
    : { ...refusal, kind: 'refused' };
}

function Kept(props: { readonly onRetake: () => void; readonly onContinue: () => void }) {
  return (
    <div className="space-y-5">
      <SmileMark className="mx-auto my-4 size-32 animate-pop" />
      <Notice tone="go" title="Your face is added">
        From now on, a smile is enough. Under Me you can delete it whenever you like.
      </Notice>
      <Button tone="go" size="large" className="w-full" onClick={props.onContinue}>
        Continue
      </Button>
      <Button className="w-full" onClick={props.onRetake}>
        Take it again
      </Button>
    </div>
  );
}
