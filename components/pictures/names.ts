/** Keys of our drawings; a product names one as its `picture`. */
export const PICTURE_NAMES = [
  'noodle-soup',
  'dumplings',
  'fried-rice',
  'green-salad',
  'roast-chicken',
  'burger',
  'fries',
  'sesame-ball',
  'mango-pudding',
  'milk-tea',
  'coffee',
  'lemonade',
  'stamp-hanover-1948',
  'enamel-mug',
  'tea-tin',
  'notebook',
  'tote-bag',
  'postcard-set',
] as const;

export type PictureName = (typeof PICTURE_NAMES)[number];

export function isPictureName(text: string): text is PictureName {
  return (PICTURE_NAMES as readonly string[]).includes(text);
}
