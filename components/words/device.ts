import type { Words } from './words';

/** Where a browser cannot keep what the server would know it by. */
export const KEYLESS_WORDS: Words = {
  title: 'This browser keeps nothing for us',
  body: 'Open the page with https:// in front, in a window that is not private, and try again.',
};
