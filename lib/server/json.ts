export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  /** `unstorable`: JSON, but with a text in it that is no Unicode, or that PostgreSQL cannot keep. */
  | { readonly ok: false; readonly reason: 'malformed' | 'unstorable' };

/** Reads UTF-8 bytes as JSON; what is neither is a value, not an exception. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isStorable(value) ? { ok: true, value } : { ok: false, reason: 'unstorable' };
  } catch {
    return { ok: false, reason: 'malformed' };
  }
}

/** NUL, which PostgreSQL's text and jsonb refuse, or half of a surrogate pair (RFC 7493, 2.1). */
const UNSTORABLE = /[\0\p{Cs}]/u;

/** Looks at every text, names of fields included; without recursion, since depth is the sender's. */
function isStorable(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && UNSTORABLE.test(next)) return false;
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) for (const name of Object.keys(next)) left.push(name);
    for (const part of Object.values(next)) left.push(part);
  }
  return true;
}
