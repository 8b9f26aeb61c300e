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
     * The mean of the neutral and smiling frames against the mean of three samples or more, by
     * what was claimed. At 0.34, 98.5 % of honest comparisons passed (95 %: 97.9–99.0; 71 people
     * of three sets, three photos enrolled, two as the probe) and 0 of 960 false ones between
     * three men who look alike to the network; at 0.36 one in a thousand, at 0.45 every second
     * one. The last four digits leave up to twenty people, so their distance is smaller.
     */
    acceptMax: { 'own-phone': 0.34, 'whole-number': 0.34, 'last-four': 0.32 },
    /**
     * Most part of the distances to other enrolled people: from the probe, and from the template.
     * Ratios are fairer than any one distance (same measurement: at 1 % of false non-matches,
     * strangers of that group matched in 0.9 % of tries, by distance alone in 9.6 %).
     */
    otherPeopleRatioMax: 0.8,
    /** Up to here a PIN or the own phone completes it: no honest comparison above was seen. */
    stepUpMax: 0.45,
    /** How many of a person's nearest other enrolled people the ratio looks at. */
    neighboursMax: 10,
    /**
     * Most distance of a descriptor from the mean of the neutral step of the same face check. In 99
     * samples of 13 acted people, neutral ones lay within 0.19 of each other and smiles within
     * 0.43 of the neutral mean (median 0.24); smiles of others began at 0.45.
     */
    samePersonMax: { neutral: 0.35, smile: 0.45, turn: 0.5 },
    /**
     * A smile up to here may still be the same person's, if each descriptor lies within
     * `confirmMax` of the claimed template: own ones reached 0.33, others' began at 0.42.
     */
    confirmedSmileMax: 0.55,
    confirmMax: 0.4,
  },
  /** How a person is enrolled; all distances as above (CARD.md, "Enrolment"). */
  enrolment: {
    /** Three different pictures and two as the probe miss 0.28 % at FMR 1e-4, one and one 12 %. */
    pictures: 3,
    /** So many are taken at most, of which the most different are kept. */
    picturesMax: 4,
    /** Nearer than this, two pictures are of one moment and light. */
    alikeMax: 0.08,
    /** So many are added later at most, after payments that a PIN confirmed. */
    laterMax: 5,
    /**
     * Most distance of any picture from the enrolment's mean. In simulated drift nobody else got
     * in at 0.35, 7 % at 0.45, and everybody after three to ten payments without an anchor.
     */
    originalMax: 0.35,
    /**
     * Two enrolments nearer than this are held to be of one person until somebody has had a look.
     * What lies between here and `acceptMax` is two people who are told apart by the ratios.
     */
    sameAccountMax: 0.28,
  },
  /** What every distance costs, with counts and intervals. */
  calibration: CALIBRATION,
} as const;
