import type { CameraFailure } from '@/lib/face/camera';
import type { HintCode } from '@/lib/face/quality';
import type { StepKind } from '@/lib/liveness/step-kinds';
import type { StopReason } from '@/components/face-check/run-face-check';
import { KEYLESS_WORDS } from './device';
import type { Words } from './words';

/** The instruction of each step; whoever asks for the smile may say what it is for. */
export const PROMPT_WORDS: Record<StepKind, string> = {
  neutral: 'Look at the camera, face at rest',
  smile: 'And now a smile',
  'turn-left': 'Turn your head a little to your left',
  'turn-right': 'Turn your head a little to your right',
};

/** What would help right now; one at a time. */
export const HINT_WORDS: Record<HintCode, string> = {
  'no-face': 'Come into the oval',
  'one-face-only': 'One person at a time, please',
  'come-closer': 'A little closer',
  'move-back': 'A little further back',
  'centre-face': 'Into the middle of the oval',
  'straighten-head': 'Hold your head upright',
  'look-straight': 'Look straight at the camera',
  'more-light': 'A little more light, please',
  'less-light': 'A little less light, please',
  'light-from-front': 'Turn towards the light',
  'hold-still': 'Hold still for a moment',
  'uncover-face': 'Show your whole face, please',
  'relax-face': 'Relax your face',
  'smile-more': 'A bigger smile!',
  'turn-more': 'A little further',
};

const CAMERA: Record<CameraFailure, Words> = {
  denied: {
    title: 'The camera is not allowed',
    body: 'Allow it for this page in the browser’s address bar or settings, then try again.',
  },
  none: {
    title: 'There is no camera here',
    body: 'Connect one and try again, or take another way.',
  },
  busy: {
    title: 'The camera is busy',
    body: 'Another app is using it. Close that one, then try again.',
  },
  lost: {
    title: 'The camera went away',
    body: 'Check that it is connected and awake, then try again.',
  },
  insecure: {
    title: 'This address may not use the camera',
    body: 'Open the page with https:// in front, or take another way.',
  },
  'in-app-browser': {
    title: 'This app hides the camera',
    body: 'Open the page in your phone’s own browser, such as Safari or Chrome.',
  },
  unsupported: {
    title: 'This browser cannot use the camera',
    body: 'Try a newer one, or take another way.',
  },
};

/** Why there is no picture any more, and what to do about it. */
export const STOP_WORDS: Record<StopReason, Words> = {
  ...CAMERA,
  keyless: KEYLESS_WORDS,
  'no-face': {
    title: 'We could not see you',
    body: 'Come in front of the camera, with light on your face, and try again.',
  },
  timeout: {
    title: 'That took a little long',
    body: 'No harm done. Try again, or take another way.',
  },
  'engine-failed': {
    title: 'The smile could not get ready',
    body: 'Check the connection and try again, or take another way.',
  },
};
