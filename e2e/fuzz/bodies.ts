import fc from 'fast-check';

/** One request's body as bytes, and what it says of its type. */
export interface Body {
  readonly bytes: Uint8Array | undefined;
  readonly contentType: string;
}

const JSON_TYPE = 'application/json';
const utf8 = (text: string) => new TextEncoder().encode(text);
const asJson = (text: string): Body => ({ bytes: utf8(text), contentType: JSON_TYPE });

const nasty = fc.constantFrom<unknown>(
  ...['', '\u0000', 'a\u0000b', '\ud800', '\u202e', 'x'.repeat(5_000), '../../etc/passwd'],
  ...["'; DROP TABLE payments; --", '${7*7}', '<script>', '__proto__', 'constructor'],
  ...[0, -1, 1e308, -1e308, 2 ** 53, Number.MIN_VALUE, null, true, false, [], {}],
  ...[[[]], { $ne: null }, { toString: 1 }, '٣٤٥٦', '1e9', 'NaN', '-0', ' 12 ', '0x10'],
);
const value = fc.oneof(
  { weight: 3, arbitrary: nasty },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.uuid().map((id) => id.toUpperCase()) },
);

type Fields = Readonly<Record<string, unknown>>;
/** Where a value stands: names of fields and positions in lists. */
type Place = readonly string[];

/** What fits the route's schema, as it is or with one value in it replaced, left out, or one more. */
function mutated(valid: Fields): fc.Arbitrary<Body> {
  const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'admin', 'id', '\u0000');
  // As text: an object literal would set the prototype.
  const added = fc
    .tuple(names, value)
    .map(([name, extra]) => `{${JSON.stringify(name)}:${JSON.stringify(extra)},`)
    .map((start) => start + JSON.stringify({ ...valid, x: 1 }).slice(1));
  const places = placesIn(valid);
  if (places.length === 0) return added.map(asJson);
  const place = fc.constantFrom(...places);
  const replaced = fc
    .tuple(place, value)
    .map(([at, other]) => JSON.stringify(replacedAt(valid, at, other)));
  const without = place.map((at) => JSON.stringify({ ...replacedAt(valid, at, undefined), x: 1 }));
  const truncated = fc
    .integer({ min: 1, max: 200 })
    .map((length) => JSON.stringify(valid).slice(0, -length));
  const asItIs = fc.constant(JSON.stringify(valid));
  return fc
    .oneof(asItIs, { weight: 3, arbitrary: replaced }, added, without, truncated)
    .map(asJson);
}

/** Every value within, at whatever depth. */
function placesIn(json: unknown): readonly Place[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, inner]): Place[] => [
    [name],
    ...placesIn(inner).map((rest) => [name, ...rest]),
  ]);
}

function replacedAt(json: Fields, [name = '', ...rest]: Place, other: unknown): Fields {
  const inner = rest.length === 0 ? other : replacedAt(json[name] as Fields, rest, other);
  const copy: Fields = { ...json, [name]: inner };
  return Array.isArray(json) ? (Object.values(copy) as unknown as Fields) : copy;
}

const deep = fc
  .integer({ min: 10, max: 20_000 })
  .map((depth) => asJson('['.repeat(depth) + ']'.repeat(depth)));
// Not a byte order mark before `{}`: that may be passed over (RFC 8259, 8.1), and is an empty object.
const malformed = fc
  .constantFrom('{', '[', '"', '{"a":}', '{"a":1,}', 'nul', '\ufeff{', '{}{}', "{'a':1}", '01')
  .map(asJson);
const notUtf8 = fc
  .uint8Array({ minLength: 1, maxLength: 60 })
  .map((bytes): Body => ({ bytes, contentType: JSON_TYPE }));
const large = fc
  .integer({ min: 200_000, max: 400_000 })
  .map((length) => asJson(JSON.stringify('x'.repeat(length))));
const otherType = fc
  .constantFrom('text/plain', 'application/xml', 'multipart/form-data', '', 'application/json; x')
  .map((contentType): Body => ({ bytes: utf8('{"a":1}'), contentType }));
const notAnObject = fc
  .jsonValue()
  .filter((json) => !isEmptyObject(json))
  .map((json) => asJson(JSON.stringify(json)));

function isEmptyObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.keys(json).length === 0;
}

/**
 * Bodies that no route may accept.
 *
 * @param valid fits the schema, and is refused by the use case all the same
 */
export function bodies(valid: Readonly<Record<string, unknown>>): fc.Arbitrary<Body> {
  return fc.oneof(
    { weight: 10, arbitrary: mutated(valid) },
    { weight: 3, arbitrary: notAnObject },
    { weight: 2, arbitrary: malformed },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: notUtf8 },
    { weight: 1, arbitrary: otherType },
    { weight: 1, arbitrary: large },
  );
}

/** What may stand in a path where an id belongs; none of them is anybody's. */
export const ids = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.constantFrom('0', '-1', 'null', '%00', '%2e%2e', '%F0%9F%98%80', 'a'.repeat(2_000), '{}', '*'),
  fc.constantFrom('2026-02-30', '0000-01-01', '9999-12-31', '2026-13-01', '+1'),
  fc.string({ minLength: 1, maxLength: 20 }).map(encodeLoosely),
);

/** Dots alone would be another path. */
function encodeLoosely(text: string): string {
  return encodeURIComponent(text.replaceAll('.', '_'));
}
