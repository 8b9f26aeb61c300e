/** Seven expressions from one face crop; two of them are used. Card: CARD.md. */
export const EXPRESSION = {
  id: 'face-api-expression',
  file: 'face_expression_model.bin',
  sha256: '9a9840f2cf1f4c7eab95f197512569345c00d2426754d4608b92af30e0300f3d',
  bytes: 329_468,
  /** Side of the square input, pixels. */
  inputSize: 112,
  /** Room around dlib's unit face box, as a part of its side. */
  chipPadding: 0.25,
  meanRgb: [122.782, 117.001, 104.298],
  /** Order of the network's outputs. */
  labels: ['neutral', 'happy', 'sad', 'angry', 'fearful', 'disgusted', 'surprised'],
  thresholds: {
    smile: {
      /** Least `happy` of a smile; alone it fires on a third of winks, so never use it alone. */
      happyMin: 0.6,
      /**
       * Least rise of mouth width over eye distance against the own neutral face: a smile
       * brings +0.19 on average, 95 % of other faces stay under +0.06.
       */
      mouthRiseMin: 0.06,
      /**
       * Enough for a mouth that is so much wider: of 195 acted faces that do not smile none reached
       * +0.04, and smiles of some people in some light stay under 0.6.
       */
      wideHappyMin: 0.35,
      wideMouthRiseMin: 0.1,
    },
    /** Most `happy` of a face that counts as calm. */
    calmHappyMax: 0.3,
  },
} as const;
