import { createHash, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** One of the keys that wrap the keys of single records. */
export interface MasterKey {
  /** The first 8 bytes of a hash of the key, in hexadecimal: names it and tells nothing of it. */
  readonly id: string;
  readonly key: Uint8Array;
}

/** All master keys that an instance holds. The first one wraps, every one unwraps. */
export type KeyRing = readonly [MasterKey, ...MasterKey[]];

/** What the person at the terminal can mend; the message is one sentence. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError';
}

/** What an instance cannot unwrap because it does not hold the key with this id. */
export class UnknownMasterKey extends MasterKeyError {
  constructor(readonly keyId: string) {
    super(
      `The stored faces are sealed under master key ${keyId}, which is not among those given: ` +
        'put the backup of secrets.json back, or set TEMPLATE_KEY to it.',
    );
  }
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;
const ID_BYTES = 8;
const HEADER_BYTES = 1 + ID_BYTES;
/** Wrapped before there were several master keys: no header. */
const BARE_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;

export function masterKey(key: Uint8Array): MasterKey {
  const hash = createHash('sha256').update('smile-to-pay master key id').update(key).digest();
  return { id: hash.toString('hex', 0, ID_BYTES), key };
}

/**
 * @param text keys of 32 bytes in base64, with commas or white space between them
 * @param source what the text was read from, as the person at the terminal knows it
 * @throws MasterKeyError when there is none, or one is of another length
 */
export function parseKeyRing(text: string, source: string): KeyRing {
  const keys = text.split(/[\s,]+/).filter(Boolean);
  const decoded = keys.map((key) => new Uint8Array(Buffer.from(key, 'base64')));
  const [first, ...others] = decoded.map(masterKey);
  if (!first || decoded.some(({ length }) => length !== KEY_BYTES)) {
    throw new MasterKeyError(
      `${source} must give a key of 32 bytes in base64, or several with commas between them.`,
    );
  }
  return [first, ...others];
}

/** @ensures the result names the master key that it was wrapped under. */
export function wrapKey(ring: KeyRing, key: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const [{ id, key: master }] = ring;
  const header = Buffer.concat([Buffer.of(VERSION), Buffer.from(id, 'hex')]);
  return concat(header, encrypt(master, key, `key:${context}`));
}

/**
 * @throws UnknownMasterKey when its key is not in the ring
 * @throws Error when it was tampered with
 */
export function unwrapKey(ring: KeyRing, wrapped: Uint8Array, context: string): Uint8Array {
  const aad = `key:${context}`;
  if (wrapped.length === BARE_BYTES) return unwrapBare(ring, wrapped, aad);
  const id = keyIdOf(wrapped);
  const master = ring.find((each) => each.id === id);
  if (!master) throw new UnknownMasterKey(id ?? 'without a name');
  return decrypt(master.key, wrapped.subarray(HEADER_BYTES), aad);
}

/** @returns the id of the master key; undefined for what was wrapped before keys had ids */
export function keyIdOf(wrapped: Uint8Array): string | undefined {
  const named = wrapped.length === HEADER_BYTES + BARE_BYTES && wrapped[0] === VERSION;
  return named ? Buffer.from(wrapped.subarray(1, HEADER_BYTES)).toString('hex') : undefined;
}

function unwrapBare(ring: KeyRing, wrapped: Uint8Array, aad: string): Uint8Array {
  for (const { key } of ring) {
    try {
      return decrypt(key, wrapped, aad);
    } catch {
      // Authenticated encryption: a wrong key fails, and the next one is tried.
    }
  }
  throw new UnknownMasterKey('without a name');
}

/** AES-256-GCM: nonce, ciphertext, tag. */
export function encrypt(
  key: Uint8Array,
  content: Uint8Array,
  context: string,
): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return concat(nonce, cipher.update(content), cipher.final(), cipher.getAuthTag());
}

/** @throws Error when key or context is another one, or a byte was changed. */
export function decrypt(key: Uint8Array, box: Uint8Array, context: string): Uint8Array {
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES), options)
    .setAAD(Buffer.from(context))
    .setAuthTag(box.subarray(box.length - TAG_BYTES));
  const content = box.subarray(NONCE_BYTES, box.length - TAG_BYTES);
  return Buffer.concat([decipher.update(content), decipher.final()]);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
