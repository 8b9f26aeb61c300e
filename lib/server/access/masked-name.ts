import { graphemesOf, shownText } from '@/lib/text/shown-text';

const DOT = '•';
const DOTS_MAX = 4;
/** A longer first word is probably a whole name written without a space. */
const FIRST_WORD_MAX = 12;
/** Of one long word so much is shown; of a short one, and of a family name, the first letter. */
const SHOWN_OF_LONG = 2;
const LONG = 5;
/** Names in these scripts begin with the family name, with or without a space after it. */
const FAMILY_NAME_FIRST =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}]/u;

/**
 * `Mina Larsen` → `Mina L.`, `MinaLarsen` → `Mi••••`, `欧阳娜娜` → `欧•••`: what a terminal or a
 * tablet may show of a name.
 *
 * @ensures never the whole name; no controls and no direction marks, however old the row is
 */
export function maskName(name: string): string {
  const shown = shownText(name);
  const [first = '', ...rest] = shown.split(' ');
  const last = graphemesOf(rest.at(-1) ?? '');
  if (FAMILY_NAME_FIRST.test(shown)) return firstOf(graphemesOf(shown.replaceAll(' ', '')), 1);
  const letters = graphemesOf(first);
  if (last.length === 0 || letters.length > FIRST_WORD_MAX) {
    return firstOf(letters, letters.length < LONG ? 1 : SHOWN_OF_LONG);
  }
  // A last word of one letter would be all of it, and so would one that is short for itself.
  const short = `${first} ${last[0]}.`;
  return last.length === 1 || short === shown ? `${first} ${DOT}` : short;
}

/** The first letters and a dot for each other one, but not so many that they tell its length. */
function firstOf(letters: readonly string[], count: number): string {
  if (letters.length <= count) return DOT.repeat(2);
  const hidden = Math.min(letters.length - count, DOTS_MAX);
  return letters.slice(0, count).join('') + DOT.repeat(hidden);
}
