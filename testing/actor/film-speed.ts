/** Of the drawn camera, and of Chromium's file camera, which knows no other. */
export const FRAMES_PER_SECOND = 30;
