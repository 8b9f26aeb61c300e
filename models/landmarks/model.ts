/** 68 points of a face in the iBUG 300-W order. Card: CARD.md. */
export const LANDMARKS = {
  id: 'face-api-landmarks-68',
  file: 'face_landmark_68_model.bin',
  sha256: '4611ef65c87d836d03d684b30eec4d195d8b219fa1dd58fc58945831c6b9299b',
  bytes: 356_840,
  /** Side of the square input, pixels. */
  inputSize: 112,
  meanRgb: [122.782, 117.001, 104.298],
  count: 68,
  thresholds: {
    /**
     * Least change of the nose's offset over eye distance, against the own frontal face, that
     * is a turn of the head: full turns reach −0.7 and +0.5, the face check's gate ends a step at
     * 20° (0.15 and more), looking about stays under 0.1.
     */
    turnOffsetMin: 0.12,
  },
} as const;
