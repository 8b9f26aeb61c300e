/** What a person may be asked to do before the camera. Left and right are the person's own. */
export const STEP_KINDS = ['neutral', 'smile', 'turn-left', 'turn-right'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
