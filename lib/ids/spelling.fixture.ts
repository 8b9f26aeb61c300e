import fc from 'fast-check';

/** Any spelling of this id that the edge accepts: each letter in either case. */
export function anySpelling(id: string): fc.Arbitrary<string> {
  return fc
    .array(fc.boolean(), { minLength: id.length, maxLength: id.length })
    .map((upper) => spelled(id, upper));
}

function spelled(id: string, upper: readonly boolean[]): string {
  return [...id].map((sign, at) => (upper[at] ? sign.toUpperCase() : sign.toLowerCase())).join('');
}

/** Lower, upper and mixed case. */
export function threeSpellings(id: string): readonly [string, string, string] {
  const mixed = spelled(
    id,
    Array.from(id, (_, at) => at % 2 === 0),
  );
  return [id.toLowerCase(), id.toUpperCase(), mixed];
}
