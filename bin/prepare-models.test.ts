import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServedBinary } from '@/models/weights';
import { prepareModels } from './prepare-models';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-models-'));
  fs.mkdirSync(path.join(root, 'node_modules'));
  fs.writeFileSync(source(), 'weights');
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const source = () => path.join(root, 'node_modules', 'net.bin');
const served = (name: string) => path.join(root, 'public', 'models', name);
const binary: ServedBinary = {
  source: 'net.bin',
  sha256: createHash('sha256').update('weights').digest('hex'),
  bytes: 7,
  url: '/models/net.abc.bin',
};

describe('prepareModels', () => {
  it('copies each file, plain and gzipped, and removes what belongs to another version', () => {
    fs.mkdirSync(served(''), { recursive: true });
    fs.writeFileSync(served('net.old.bin'), 'old');
    expect(prepareModels(root, [binary])).toBe(1);
    expect(fs.readdirSync(served('')).sort()).toEqual(['net.abc.bin', 'net.abc.bin.gz']);
    expect(fs.readFileSync(served('net.abc.bin'), 'utf8')).toBe('weights');
    expect(gunzipSync(fs.readFileSync(served('net.abc.bin.gz'))).toString()).toBe('weights');
  });

  it('writes nothing the second time', () => {
    prepareModels(root, [binary]);
    const before = fs.statSync(served('net.abc.bin')).mtimeMs;
    expect(prepareModels(root, [binary])).toBe(0);
    expect(fs.statSync(served('net.abc.bin')).mtimeMs).toBe(before);
  });

  it.each(['net.abc.bin', 'net.abc.bin.gz'])('mends a damaged %s', (name) => {
    prepareModels(root, [binary]);
    const good = fs.readFileSync(served(name));
    fs.writeFileSync(served(name), 'damaged');
    expect(prepareModels(root, [binary])).toBe(1);
    expect(fs.readFileSync(served(name))).toEqual(good);
  });

  it('refuses a source that is not the expected one, and leaves nothing behind', () => {
    fs.writeFileSync(source(), 'tampered');
    expect(() => prepareModels(root, [binary])).toThrow(/is not the expected one/);
    expect(fs.readdirSync(served(''))).toEqual([]);
  });

  it('says which source is missing', () => {
    fs.rmSync(source());
    expect(() => prepareModels(root, [binary])).toThrow(/A model file is missing: .*net\.bin/);
  });
});
