'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Screen } from '@/lib/api/common';
import type { DeviceRole } from '@/lib/device/key-store';
import type { FaceCheckUpdate } from '@/lib/face/face-check';
import type { Challenge } from '@/lib/liveness/challenge';
import type { StepKind } from '@/lib/liveness/step-kinds';
import type { Answer, Refusal } from '@/components/api/request';
import { dropFaceEngine, faceEngine } from './face-engine';
import { runFaceCheck, type StopReason } from './run-face-check';

/** What of an update is shown. */
interface Shown extends Pick<FaceCheckUpdate, 'prompt' | 'hint' | 'progress' | 'colour'> {
  /** The latest prompt: in the short pause before the next its words stay, or they would flicker. */
  readonly asked: StepKind;
}

export type FaceCheckStage =
  /** The camera and the engine wake up. */
  | { readonly kind: 'waking' }
  | { readonly kind: 'watching'; readonly update: Shown }
  /** All is seen; the server has the word. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'stopped'; readonly reason: StopReason };

/** What a challenge is asked for with. */
interface ChallengeRequest {
  /** Of the key that will sign. */
  readonly deviceId: string;
  readonly screen: Screen;
}

/** One face check, as its page wants it. */
export interface FaceCheckRequest {
  /** Hash of what the screen shows (`hashIntent`); a challenge for anything else is not answered. */
  readonly intentHash?: string;
  /** As what this browser signs the evidence. */
  readonly signer: DeviceRole;
  /** Asks the server for a challenge; called once a try, when camera and engine are ready. */
  readonly challenge: (asked: ChallengeRequest) => Promise<Answer<Challenge>>;
  /** The face at rest, signed, while the next step is still awaited: the counter greets by name. */
  readonly onGreeting?: (greeting: string, challenge: Challenge) => void;
  /** The evidence is complete and signed; `sending` stays until the page takes the view away. */
  readonly onDone: (evidence: string, challenge: Challenge) => Promise<void>;
  /** The server would not begin. */
  readonly onRefused: (refusal: Refusal) => void;
}

/**
 * Runs one face check at a time on `video`, from when the view appears. It ends with the view
 * and while the page is hidden, and begins afresh when the page is back.
 */
export function useFaceCheck(
  video: RefObject<HTMLVideoElement | null>,
  asked: FaceCheckRequest,
): { readonly stage: FaceCheckStage; readonly again: () => void } {
  const [stage, setStage] = useState<FaceCheckStage>({ kind: 'waking' });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  });

  const sending = stage.kind === 'sending';
  useEffect(() => {
    if (sending) return;
    const onChange = () => {
      setStage({ kind: 'waking' });
      setAttempt((before) => before + 1);
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [sending]);

  useEffect(() => {
    if (!video.current || document.visibilityState === 'hidden') return;
    const aborter = new AbortController();
    const { signal } = aborter;
    const engine = faceEngine();
    const run = runFaceCheck({
      signer: latest.current.signer,
      intentHash: latest.current.intentHash,
      engine,
      video: video.current,
      challenge: (deviceId) => latest.current.challenge({ deviceId, screen: screenWish() }),
      onUpdate: (update) => setStage((before) => watching(before, update)),
      onGreeting: (...greeting) => latest.current.onGreeting?.(...greeting),
      signal,
    });
    void run.then((end) => {
      if (signal.aborted) return;
      switch (end.kind) {
        case 'done':
          setStage({ kind: 'sending' });
          return latest.current.onDone(end.evidence, end.challenge);
        case 'refused':
          return latest.current.onRefused(end.problem);
        case 'stopped':
          if (end.reason === 'engine-failed') dropFaceEngine(engine);
          return setStage({ kind: 'stopped', reason: end.reason });
        case 'aborted':
          return undefined;
        default:
          return end satisfies never;
      }
    });
    return () => aborter.abort();
  }, [video, attempt]);

  const again = () => {
    setStage({ kind: 'waking' });
    setAttempt((before) => before + 1);
  };
  return { stage, again };
}

/** Whoever asked the device for less motion gets a screen that stays as it is. */
function screenWish(): Screen {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'plain' : 'coloured';
}

/** Updates come with every frame; the view changes only when there is something new to show. */
function watching(before: FaceCheckStage, update: FaceCheckUpdate): FaceCheckStage {
  const { prompt, hint, progress, colour } = update;
  const shown = before.kind === 'watching' ? before.update : undefined;
  const same =
    shown?.prompt === prompt &&
    shown.hint === hint &&
    shown.progress === progress &&
    shown.colour === colour;
  if (same) return before;
  const asked = prompt ?? shown?.asked ?? 'neutral';
  return { kind: 'watching', update: { prompt, asked, hint, progress, colour } };
}
