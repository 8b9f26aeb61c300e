import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  keyIdOf,
  masterKey,
  MasterKeyError,
  parseKeyRing,
  UnknownMasterKey,
  unwrapKey,
  wrapKey,
  type KeyRing,
} from './key-ring';

const [first, second] = [randomBytes(32), randomBytes(32)];
const [old, fresh] = [masterKey(first), masterKey(second)];
const key = randomBytes(32);

/** As it was wrapped before master keys had ids. */
function wrapBare(master: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(`key:${context}`));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

describe('a ring of master keys', () => {
  it('wraps under the first, names it, and unwraps under any', () => {
    const wrapped = wrapKey([old], key, 'row');
    expect(keyIdOf(wrapped)).toBe(old.id);
    const rings: KeyRing[] = [[old], [old, fresh], [fresh, old]];
    for (const ring of rings) expect(Buffer.from(unwrapKey(ring, wrapped, 'row'))).toEqual(key);
    expect(keyIdOf(wrapKey([fresh, old], key, 'row'))).toBe(fresh.id);
  });

  it('says which key is missing, and nothing of the key', () => {
    const open = () => unwrapKey([fresh], wrapKey([old], key, 'row'), 'row');
    expect(open).toThrow(UnknownMasterKey);
    expect(open).toThrow(`under master key ${old.id}, which is not among those given`);
    expect(first.toString('hex')).not.toContain(old.id);
  });

  it('unwraps what was wrapped before keys had ids, whichever key it was', () => {
    const bare = wrapBare(first, 'row');
    expect(keyIdOf(bare)).toBeUndefined();
    expect(Buffer.from(unwrapKey([fresh, old], bare, 'row'))).toEqual(key);
    expect(() => unwrapKey([fresh], bare, 'row')).toThrow(UnknownMasterKey);
  });

  it('refuses what was moved, cut or changed', () => {
    const wrapped = wrapKey([old], key, 'row');
    expect(() => unwrapKey([old], wrapped, 'another row')).toThrow();
    for (let i = 0; i < wrapped.length; i++) {
      const changed = wrapped.map((byte, at) => (at === i ? byte ^ 1 : byte));
      expect(() => unwrapKey([old], changed, 'row')).toThrow();
      expect(() => unwrapKey([old], wrapped.subarray(0, i), 'row')).toThrow();
    }
  });
});

describe('parseKeyRing', () => {
  const base64 = (bytes: Buffer) => bytes.toString('base64');

  it('takes one key or several', () => {
    expect(parseKeyRing(base64(first), 'X').map(({ id }) => id)).toEqual([old.id]);
    const both = `${base64(second)},\n${base64(first)}\n`;
    expect(parseKeyRing(both, 'X').map(({ id }) => id)).toEqual([fresh.id, old.id]);
  });

  it.each(['', ' , ', 'short', base64(first).slice(4), `${base64(first)},x`])(
    'takes nothing else (%j)',
    (text) => {
      expect(() => parseKeyRing(text, 'TEMPLATE_KEY')).toThrow(MasterKeyError);
      expect(() => parseKeyRing(text, 'TEMPLATE_KEY')).toThrow(/^TEMPLATE_KEY must give a key of/);
    },
  );
});
