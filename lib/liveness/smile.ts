/** What makes a smile; the calibrated bounds are in `models/expression/model.ts`. */
export interface SmileBounds {
  /** Least `happy`, 0…1, when the mouth is at least `mouthRiseMin` wider than in the calm face. */
  readonly happyMin: number;
  /** In distances between the eyes, like every rise. */
  readonly mouthRiseMin: number;
  /** Least `happy` when the mouth is at least `wideMouthRiseMin` wider. */
  readonly wideHappyMin: number;
  readonly wideMouthRiseMin: number;
}

/**
 * Both must say so: the network alone fires on a third of winks and in light from the side, the
 * width of the mouth alone on speech. The wider the mouth, the less the network must be sure.
 *
 * @param happy 0…1, of the expression network on the aligned face.
 * @param rise of the mouth's width over the own calm face, in eye distances.
 */
export function saysSmile(happy: number, rise: number, bounds: SmileBounds): boolean {
  const { happyMin, mouthRiseMin, wideHappyMin, wideMouthRiseMin } = bounds;
  return (
    (happy >= happyMin && rise >= mouthRiseMin) ||
    (happy >= wideHappyMin && rise >= wideMouthRiseMin)
  );
}
