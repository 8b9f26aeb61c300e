/**
 * dlib's mean face: landmarks 17…67 of the 68 in a unit face box, x to the right, y down.
 * Source: dlib, `get_face_chip_details` (Boost licence).
 */
const FIRST_LANDMARK = 17;

const POSITIONS: readonly (readonly [number, number])[] = [
  [0.000213256, 0.106454],
  [0.0752622, 0.038915],
  [0.18113, 0.0187482],
  [0.29077, 0.0344891],
  [0.393397, 0.0773906],
  [0.586856, 0.0773906],
  [0.689483, 0.0344891],
  [0.799124, 0.0187482],
  [0.904991, 0.038915],
  [0.98004, 0.106454],
  [0.490127, 0.203352],
  [0.490127, 0.307009],
  [0.490127, 0.409805],
  [0.490127, 0.515625],
  [0.36688, 0.587326],
  [0.426036, 0.609345],
  [0.490127, 0.628106],
  [0.554217, 0.609345],
  [0.613373, 0.587326],
  [0.121737, 0.216423],
  [0.187122, 0.178758],
  [0.265825, 0.179852],
  [0.334606, 0.231733],
  [0.260918, 0.245099],
  [0.182743, 0.244077],
  [0.645647, 0.231733],
  [0.714428, 0.179852],
  [0.793132, 0.178758],
  [0.858516, 0.216423],
  [0.79751, 0.244077],
  [0.719335, 0.245099],
  [0.254149, 0.780233],
  [0.340985, 0.745405],
  [0.428858, 0.727388],
  [0.490127, 0.742578],
  [0.551395, 0.727388],
  [0.639268, 0.745405],
  [0.726104, 0.780233],
  [0.642159, 0.864805],
  [0.556721, 0.902192],
  [0.490127, 0.909281],
  [0.423532, 0.902192],
  [0.338094, 0.864805],
  [0.290379, 0.784792],
  [0.428096, 0.778746],
  [0.490127, 0.785343],
  [0.552157, 0.778746],
  [0.689874, 0.784792],
  [0.553364, 0.824182],
  [0.490127, 0.831803],
  [0.42689, 0.824182],
];

export interface MeanLandmark {
  /** Index in the 68-point scheme. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** Landmarks 17…67: all but the jaw. */
export const MEAN_LANDMARKS: readonly MeanLandmark[] = POSITIONS.map(([x, y], i) => ({
  index: i + FIRST_LANDMARK,
  x,
  y,
}));

/**
 * The landmarks that dlib fits: nose, eyes, upper lip and inner mouth. Brows, lower lip and
 * jaw move too much with expression and speech.
 */
export const RIGID_LANDMARKS: readonly MeanLandmark[] = MEAN_LANDMARKS.filter(
  ({ index }) => (index >= 27 && index <= 54) || (index >= 60 && index <= 64),
);
