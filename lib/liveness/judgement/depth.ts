import { atLeast, type Check } from '@/lib/recognition/check';
import { pointAt } from '../geometry';
import { BROWS, EYES, fitHomography, meanShape, MOUTH, normalised, NOSE, residual } from './shape';
import { wanted, type Episode, type SeenFrame, type Trace } from './trace';

export interface DepthBounds {
  /** What a smile leaves at the mouth when a plane has explained all it can, in eye distances. */
  readonly mouthResidualMin: number;
  /** The same over what it leaves at eyes, brows and nose, which do not smile. */
  readonly mouthOverRestMin: number;
  /** How far the nose's tip moves against bridge and chin in a turn, in eye distances. */
  readonly noseParallaxMin: number;
}

const REST_OF_FACE = [...BROWS, ...NOSE, ...EYES];
const NOSE_TIP = 30;
const BRIDGE = 27;
const CHIN = 8;

/**
 * Whether the face is a face and no sheet with one printed on it: in a smile the mouth moves
 * and the rest does not move with it as a plane would; in a turn the nose's tip, which stands
 * out by half an eye distance, moves against bridge and chin, which lie behind it on the same
 * upright line. A sheet that is tilted, or bent about that line, moves all three alike.
 */
export function checkDepth(trace: Trace, bounds: DepthBounds): Check[] {
  const neutral = trace.episodes.find(({ step }) => step.kind === 'neutral');
  const calm = framesOf(neutral);
  return trace.episodes.flatMap((episode): Check[] => {
    const acted = framesOf(episode);
    switch (episode.step.kind) {
      case 'neutral':
        return [];
      case 'smile':
        return checkSmile(calm, acted, bounds);
      case 'turn-left':
      case 'turn-right':
        return [
          atLeast(
            `${episode.step.kind}-nose-parallax`,
            parallax(calm, acted) * (episode.step.kind === 'turn-left' ? 1 : -1),
            bounds.noseParallaxMin,
          ),
        ];
      default:
        return episode.step.kind satisfies never;
    }
  });
}

function checkSmile(
  calm: readonly SeenFrame[],
  smiling: readonly SeenFrame[],
  bounds: DepthBounds,
): Check[] {
  const from = normalised(meanShape(calm));
  const to = normalised(meanShape(smiling));
  const plane = fitHomography(from, to, REST_OF_FACE);
  const mouth = plane ? residual(plane, from, to, MOUTH) : NaN;
  const rest = plane ? residual(plane, from, to, REST_OF_FACE) : NaN;
  return [
    atLeast('smile-mouth-residual', mouth, bounds.mouthResidualMin),
    atLeast('smile-mouth-over-rest', mouth / rest, bounds.mouthOverRestMin),
  ];
}

/** Along the line of the eyes, in eye distances; positive to the image's right. */
function parallax(calm: readonly SeenFrame[], turned: readonly SeenFrame[]): number {
  return standOut(turned) - standOut(calm);
}

function standOut(frames: readonly SeenFrame[]): number {
  const shape = normalised(meanShape(frames));
  const x = (index: number) => pointAt(shape, index)[0];
  return x(NOSE_TIP) - (x(BRIDGE) + x(CHIN)) / 2;
}

/** Those that do what was asked. */
function framesOf(episode: Episode | undefined): readonly SeenFrame[] {
  return episode?.frames.filter(({ act }) => act === wanted(episode.step.kind)) ?? [];
}
