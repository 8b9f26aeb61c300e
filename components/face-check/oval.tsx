import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { RefObject } from 'react';
import type { StepKind } from '@/lib/liveness/step-kinds';

export interface OvalProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly prompt: StepKind | null;
  /** 0…1 of the whole face check. */
  readonly progress: number;
  readonly finished: boolean;
}

/**
 * The camera's picture as a mirror in a warm oval, its edges softened: a portrait, never a
 * mug shot. In the dark theme the ring is pale and bright: a little ring light.
 */
export function Oval({ video, prompt, progress, finished }: OvalProps) {
  return (
    <div className="relative aspect-4/5 h-[min(52dvh,40rem)] max-w-full landscape:h-[min(64dvh,40rem)]">
      <div className="absolute inset-0 overflow-hidden rounded-[50%] bg-sunken">
        <video
          ref={video}
          muted
          playsInline
          aria-label="You, as in a mirror"
          className="size-full -scale-x-100 object-cover"
        />
        <div className="absolute inset-0 bg-[radial-gradient(closest-side,transparent_72%,#f5a81f40_92%,#f5a81f80)]" />
      </div>
      <Ring progress={progress} finished={finished} />
      {prompt === 'turn-left' && <ArrowLeft aria-hidden="true" className={`${ARROW} -left-4`} />}
      {prompt === 'turn-right' && <ArrowRight aria-hidden="true" className={`${ARROW} -right-4`} />}
    </div>
  );
}

const ARROW = 'absolute top-1/2 size-16 -translate-y-1/2 rounded-full bg-accent p-3 text-on-accent';

/** Fills clockwise from the top as the steps are done. */
function Ring({ progress, finished }: Pick<OvalProps, 'progress' | 'finished'>) {
  return (
    <svg viewBox="0 0 80 100" aria-hidden="true" className="absolute -inset-2 overflow-visible">
      <g fill="none" strokeWidth="3" strokeLinecap="round">
        <path d={ELLIPSE} className="stroke-line dark:stroke-[#fff1d2]" />
        <path
          d={ELLIPSE}
          pathLength={1}
          strokeDasharray="1 1"
          strokeDashoffset={1 - progress}
          className={`transition-[stroke-dashoffset] duration-200 ${finished ? 'stroke-go' : 'stroke-accent'} ${progress === 0 ? 'opacity-0' : ''}`}
        />
      </g>
    </svg>
  );
}

/** Two half ellipses, because a path, unlike an ellipse element, can begin at the top. */
const ELLIPSE = 'M40 0A40 50 0 0 1 40 100A40 50 0 0 1 40 0';
