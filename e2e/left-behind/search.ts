/** Something that must not be found, and how it is called when it is. */
export interface Secret {
  readonly kind: 'password' | 'pin' | 'code' | 'phone';
  readonly text: string;
}

/** @returns what of these stands in the text, digits only where no other digit is beside them */
export function secretsIn(text: string, secrets: readonly Secret[]): readonly Secret['kind'][] {
  const found = secrets.filter(({ text: secret }) => {
    if (!text.includes(secret)) return false;
    return !/^\d+$/.test(secret) || new RegExp(`(?<!\\d|\\.)${secret}(?!\\d)`).test(text);
  });
  return [...new Set(found.map(({ kind }) => kind))];
}

/** As long as a descriptor. */
const LENGTH = 128;
/** Descriptors of this network have a length of about 1.4; keyed offsets add up to ten. */
const NORM_MIN = 0.5;
const NORM_MAX = 20;
/** No number of a descriptor is as small as this but by chance; random bits often are. */
const TINY = 1e-7;

/** @returns whether a list of at least 128 numbers is written out in the text */
export function hasNumbersOfFace(text: string): boolean {
  const number = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;
  return new RegExp(`${number}(?:[,\\s]+${number}){${LENGTH - 1}}`, 'i').test(text);
}

/** @returns whether 128 numbers of a descriptor stand in these bytes as 32-bit floats, anywhere */
export function hasFloatsOfFace(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const start of [0, 1, 2, 3]) {
    const values: number[] = [];
    for (let at = start; at + 4 <= bytes.byteLength; at += 4)
      values.push(view.getFloat32(at, true));
    if (hasRunOfFloats(values)) return true;
  }
  return false;
}

function hasRunOfFloats(values: readonly number[]): boolean {
  let run: number[] = [];
  for (const value of values) {
    const isPlausible = Math.abs(value) < NORM_MAX && Math.abs(value) > TINY;
    run = isPlausible ? [...run.slice(1 - LENGTH), value] : [];
    if (run.length < LENGTH) continue;
    const norm = Math.hypot(...run);
    if (norm > NORM_MIN && norm < NORM_MAX) return true;
  }
  return false;
}
