import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addTemplateKey, dropTemplateKeys, readOrCreateSecrets } from './secrets';

let dataDir: string;
beforeEach(() => (dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-secrets-'))));
afterEach(() => fs.rmSync(dataDir, { recursive: true }));

const file = () => path.join(dataDir, 'secrets.json');

describe('readOrCreateSecrets', () => {
  it('makes them once and returns the same ones ever after', () => {
    const first = readOrCreateSecrets(dataDir);
    expect(readOrCreateSecrets(dataDir)).toEqual(first);
    expect(fs.readdirSync(dataDir)).toEqual(['secrets.json']);
  });

  it('gives every installation its own, of full strength', () => {
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-secrets-'));
    const [a, b] = [readOrCreateSecrets(dataDir), readOrCreateSecrets(other)];
    fs.rmSync(other, { recursive: true });
    expect(Buffer.from(a.templateKey, 'base64')).toHaveLength(32);
    expect(Buffer.from(a.sessionSecret, 'base64url')).toHaveLength(32);
    expect(Object.values(a).filter((value) => Object.values(b).includes(value))).toEqual([]);
  });

  it('lets nobody but the owner read them', () => {
    readOrCreateSecrets(dataDir);
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{"sessionSecret":"short"}'])('never replaces a damaged file (%j)', (text) => {
    fs.writeFileSync(file(), text);
    expect(() => readOrCreateSecrets(dataDir)).toThrow(/damaged: put a backup back/);
    expect(fs.readFileSync(file(), 'utf8')).toBe(text);
  });

  it('puts a new master key in front of the old ones, and drops those that are not needed', () => {
    const first = readOrCreateSecrets(dataDir);
    addTemplateKey(dataDir);
    addTemplateKey(dataDir);
    const { templateKey, olderTemplateKeys = [], ...rest } = readOrCreateSecrets(dataDir);
    expect(olderTemplateKeys).toHaveLength(2);
    expect(olderTemplateKeys[1]).toBe(first.templateKey);
    expect(new Set([templateKey, ...olderTemplateKeys]).size).toBe(3);
    expect({ ...rest, templateKey: first.templateKey }).toEqual(first);
    const needed = Buffer.from(first.templateKey, 'base64');
    dropTemplateKeys(dataDir, (key) => key.equals(needed));
    expect(readOrCreateSecrets(dataDir)).toMatchObject({
      templateKey,
      olderTemplateKeys: [first.templateKey],
    });
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  });
});
