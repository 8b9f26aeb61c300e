import { openCamera } from '@/lib/face/camera';
import { startFaceEngine, type FaceEngine } from '@/lib/face/engine';
import type { Challenge } from '@/lib/liveness/challenge';
import { forcedFaceCheck } from './forced';
import { honestFaceCheck } from './honest';
import { signWithThisTablet } from './signing';
import { showOnPage } from './stage-light';
import type { Client, Take, Taken } from './take';

/** What the bench's page does for the bench. Everything it returns can be written as JSON. */
export interface AttackPage {
  /** Opens the camera and waits for the networks: no capture pays for that. */
  ready(): Promise<void>;
  checkFace(asked: AskedFaceCheck): Promise<Taken & { readonly elapsedMs: number }>;
  /** With the key of this paired tablet. */
  sign(payload: object, kid?: string): Promise<string>;
}

export interface AskedFaceCheck {
  readonly client: Client;
  readonly challenge: Challenge;
  readonly patienceMs: number;
}

declare global {
  interface Window {
    attacks: AttackPage;
  }
}

const FACE_CHECKS: Readonly<Record<Client, (take: Take) => Promise<Taken>>> = {
  honest: honestFaceCheck,
  forced: forcedFaceCheck,
};

let studio: Promise<Pick<Take, 'engine' | 'video'>> | undefined;

async function openStudio(): Promise<Pick<Take, 'engine' | 'video'>> {
  const engine: FaceEngine = startFaceEngine();
  const opened = await openCamera(() => undefined);
  if (opened.kind === 'failed') throw new Error(`no camera: ${opened.failure}`);
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = opened.camera.stream;
  document.body.append(video);
  await Promise.all([video.play(), engine.ready, engine.describingReady]);
  return { engine, video };
}

window.attacks = {
  async ready() {
    await (studio ??= openStudio());
  },
  async checkFace({ client, challenge, patienceMs }) {
    const { engine, video } = await (studio ??= openStudio());
    const startedAt = performance.now();
    const taken = await FACE_CHECKS[client]({ engine, video, challenge, patienceMs });
    const elapsedMs = performance.now() - startedAt;
    showOnPage(null, null);
    return { ...taken, elapsedMs };
  },
  sign: signWithThisTablet,
};
