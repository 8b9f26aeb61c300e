'use client';

import { useEffect } from 'react';
import { openCamera, type OpenCameraResult } from '@/lib/face/camera';

/** One that is open, or about to be, and that nobody has taken yet. */
interface Waiting {
  readonly opened: Promise<OpenCameraResult>;
  /** Told when the picture ends by itself: until it is taken, that is ours to hear. */
  onLost: () => void;
}

let waiting: Waiting | undefined;

/**
 * Opens the camera before the face check that will use it, e.g. while digits are typed: it takes
 * some tenths of a second, in which nobody should have to stand still.
 *
 * @param wanted while true and the page is visible the camera is open; afterwards it is let go,
 *   unless {@link takeCamera} was called meanwhile.
 */
export function useCameraInWaiting(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const follow = () => (document.visibilityState === 'hidden' ? letGo() : open());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      letGo();
    };
  }, [wanted]);
}

/** As `openCamera`, which is faster when one is in waiting. */
export function takeCamera(onLost: () => void): Promise<OpenCameraResult> {
  const taken = waiting;
  waiting = undefined;
  if (!taken) return openCamera(onLost);
  taken.onLost = onLost;
  return taken.opened;
}

function open(): void {
  if (waiting) return;
  const fresh: Waiting = {
    opened: openCamera(() => fresh.onLost()),
    onLost: () => {
      if (waiting === fresh) waiting = undefined;
    },
  };
  waiting = fresh;
}

function letGo(): void {
  const unused = waiting;
  waiting = undefined;
  void unused?.opened.then((result) => {
    if (result.kind === 'open') result.camera.stop();
  });
}
