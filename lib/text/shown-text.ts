import { z } from 'zod';

/** More signs than any name needs, and fewer than would hide a card on a tablet. */
const UNITS_PER_GRAPHEME_MAX = 8;
/** Marks on one letter: Vietnamese needs two, pointed Hebrew four; more only paint over others. */
const STACKED_MARKS = /\p{M}{6,}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Line, tab and paragraph separators included. */
const SPACE = /[\s\p{Z}]+/gu;
/** Joiners that Persian, Indic scripts and emoji are written with, and variation selectors. */
const KEPT = '(?![\\u200c\\u200d\\ufe0e\\ufe0f])';
/** Controls, direction marks, invisible letters, tags, private use, and what Unicode lacks. */
const DROPPED = new RegExp(`${KEPT}[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{DI}]`, 'gu');

/** Made when first used: not every browser has it, and the schemas are loaded there too. */
let segmenter: Intl.Segmenter | undefined;

/** What a reader counts as letters (Unicode Standard Annex 29). */
export function graphemesOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * The text as it may stand on somebody else's screen: composed (NFC), one space between words, no
 * controls, no direction marks, nothing that cannot be seen.
 */
export function shownText(text: string): string {
  return text.replace(SPACE, ' ').replace(DROPPED, '').replace(/ +/g, ' ').trim().normalize('NFC');
}

/**
 * For every text that one person writes and another one reads.
 *
 * @param graphemesMax letters as a reader counts them
 */
export function shownTextSchema(graphemesMax: number) {
  return z
    .string()
    .max(graphemesMax * UNITS_PER_GRAPHEME_MAX)
    .overwrite(shownText)
    .refine((text) => VISIBLE.test(text), 'nothing to see')
    .refine((text) => !STACKED_MARKS.test(text), 'too many marks on one letter')
    .refine((text) => graphemesOf(text).length <= graphemesMax, 'too long');
}
