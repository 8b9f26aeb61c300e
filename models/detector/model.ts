/** TinyFaceDetector: a small YOLO v2 on separable convolutions. Card: CARD.md. */
export const DETECTOR = {
  id: 'face-api-tiny-face-detector',
  file: 'tiny_face_detector_model.bin',
  sha256: 'b7503ce7df31039b1c43316a9b865cab6a70dd748cc602d3fa28b551503c3871',
  bytes: 193_321,
  /**
   * Side of the square input, pixels. At 224 it found 61 of 61 faces of 40 to 110 px between
   * the eyes in 640×480 frames; at 320 fewer, for twice the time.
   */
  inputSize: 224,
  meanRgb: [117.001, 114.697, 97.404],
  /** Width and height of the five prior boxes, in cells of the last feature map. */
  anchors: [
    [1.603231, 2.094468],
    [6.041143, 7.080126],
    [2.882459, 3.518061],
    [4.266906, 5.178857],
    [9.041765, 10.66308],
  ],
  thresholds: {
    /** Least objectness of a face (a sigmoid, 0…1). */
    scoreMin: 0.5,
    /** Boxes that overlap more than this (intersection over union) are one face. */
    overlapMax: 0.4,
  },
} as const;
