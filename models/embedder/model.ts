import { CALIBRATION } from './calibration';

/** ResNet-34 of dlib, as face-api ships it: a chip of a face becomes 128 numbers. Card: CARD.md. */
export const EMBEDDER = {
  /**
   * Stored with every template. It names the weights and all that happens before and after
   * them: templates with different ids must never be compared.
   */
  id: 'face-api-resnet34-v1+dlib-align-0.20+even-light+mirror',
  file: 'face_recognition_model.bin',
  sha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
  bytes: 6_444_032,
  /** Side of the aligned chip, pixels. */
  inputSize: 150,
  meanRgb: [122.782, 117.001, 104.298],
  /**
   * Room around dlib's unit face box, as a part of its side. dlib itself takes 0.25, but these
   * landmarks are not dlib's, and a closer chip tells people apart better (CARD.md).
   */
  chipPadding: 0.2,
  descriptorLength: 128,
  /**
   * Euclidean distances of raw descriptors (norms are about 1.4–1.6; dividing by the norm
   * makes them worse). Read them with `calibration`; CARD.md
   * has a second, larger measurement.
   */
  thresholds: {
    /**
     * 1:1 against the person's own template of three samples or more. At 0.45 one stranger
     * in 6,700 passes. Photos taken years apart miss it in one case of twenty; samples that
     * passed the quality gate lie nearer, and whoever misses it still has the PIN.
     */
    verification: { distanceMax: 0.45 },
    /**
     * 1:few among the people whose digits match, or the store's own regulars. Every further
     * person in the gallery is one more chance for a false match, so the distance is smaller,
     * and the runner-up must be clearly farther: three men of one group matched each other at
     * 0.45 in 8.5 % of comparisons and at 0.50 in 55 %, which no common distance mends.
     */
    identification: { distanceMax: 0.42, marginMin: 0.08 },
    /** Most distance from the neutral step of the same face check (a smile moves it 0.1–0.3). */
    samePersonMax: 0.45,
    /** The same for a turned head, which moves it further; the frontal steps stay strict. */
    samePersonTurnedMax: 0.5,
    /** Two enrolled people nearer than this are look-alikes: both need more than a face. */
    lookAlikeMax: 0.55,
  },
  /** What every distance costs, with counts and intervals. */
  calibration: CALIBRATION,
} as const;
