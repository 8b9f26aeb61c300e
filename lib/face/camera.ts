/** Why there is no picture; each has its own words on the page and its own way on. */
export type CameraFailure =
  /** The person or the browser's settings said no. */
  | 'denied'
  /** There is no camera. */
  | 'none'
  /** Another program has it. */
  | 'busy'
  /** It was there and went away. */
  | 'lost'
  /** The page is not served over https (nor from this machine). */
  | 'insecure'
  /** Inside another app's browser, which gives no camera: open it in the real one. */
  | 'in-app-browser'
  | 'unsupported';

export interface Camera {
  readonly stream: MediaStream;
  /** Releases the camera; its light goes off. */
  stop(): void;
}

export type OpenCameraResult =
  | { readonly kind: 'open'; readonly camera: Camera }
  | { readonly kind: 'failed'; readonly failure: CameraFailure };

/** What the networks want; more pixels would only be thrown away. */
const CONSTRAINTS: MediaStreamConstraints = {
  audio: false,
  video: {
    facingMode: 'user',
    width: { ideal: 640 },
    height: { ideal: 480 },
    frameRate: { ideal: 30 },
  },
};

/** A camera that gives no picture for this long is gone (a call came in, a lid was closed). */
const MUTED_MAX_MS = 3_000;

/** Browsers inside other apps that give no camera, as their user agents name themselves. */
const IN_APP_BROWSER =
  /MicroMessenger|FBAN|FBAV|Instagram|Line\/|Snapchat|Twitter|LinkedInApp|; wv\)/;

/**
 * Asks for the front camera.
 *
 * @param onLost called at most once, when the picture ends by itself; the camera is stopped then.
 * @ensures never throws: every failure is a value.
 */
export async function openCamera(onLost: () => void): Promise<OpenCameraResult> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return { kind: 'failed', failure: missingFailure() };
  try {
    const stream = await devices.getUserMedia(CONSTRAINTS);
    return { kind: 'open', camera: watch(stream, onLost) };
  } catch (error) {
    return { kind: 'failed', failure: cameraFailureOf(error, navigator.userAgent) };
  }
}

/** Which failure an error of getUserMedia is (Media Capture and Streams, §10.2). */
export function cameraFailureOf(error: unknown, userAgent: string): CameraFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return IN_APP_BROWSER.test(userAgent) ? 'in-app-browser' : 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unsupported';
  }
}

function missingFailure(): CameraFailure {
  if (!window.isSecureContext) return 'insecure';
  return IN_APP_BROWSER.test(navigator.userAgent) ? 'in-app-browser' : 'unsupported';
}

function watch(stream: MediaStream, onLost: () => void): Camera {
  const [track] = stream.getVideoTracks();
  const watching = new AbortController();
  let mutedTimer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(mutedTimer);
    watching.abort();
    stream.getTracks().forEach((one) => one.stop());
  }
  function lose(): void {
    stop();
    onLost();
  }

  const { signal } = watching;
  track?.addEventListener('ended', lose, { signal });
  track?.addEventListener('unmute', () => clearTimeout(mutedTimer), { signal });
  track?.addEventListener(
    'mute',
    () => {
      // Every hidden tab mutes its camera on phones; it comes back with the tab.
      if (document.visibilityState === 'visible') mutedTimer = setTimeout(lose, MUTED_MAX_MS);
    },
    { signal },
  );
  return { stream, stop };
}
