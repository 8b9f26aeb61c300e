import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { facesIn, photosIn, UsageError } from './photos';

const made: string[] = [];

function folderOf(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'));
  made.push(folder);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

const identities = (photos: readonly { identity: string }[]) =>
  photos.map(({ identity }) => identity);

afterEach(() => {
  made.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));
});

describe('photosIn', () => {
  it('takes people in the order of their names, and their photos of five kinds', () => {
    const files = ['b/2.PGM', 'b/1.gif', 'a/x.jpeg', 'a/y.png', 'a/z.jpg', 'a/notes.txt'];
    expect(identities(photosIn(folderOf(...files), '--dir'))).toEqual(['a', 'a', 'a', 'b', 'b']);
  });

  it('understands a folder of sets: the same name in two sets is two people', () => {
    const folder = folderOf('one/s01/1.jpg', 'two/s01/1.jpg', 'two/s01/2.jpg');
    expect(identities(photosIn(folder, '--dir'))).toEqual(['one/s01', 'two/s01', 'two/s01']);
  });

  it('follows a link and passes over a dead one', () => {
    const folder = folderOf('a/1.jpg');
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    symlinkSync(join(folder, 'gone'), join(folder, 'c'));
    expect(identities(photosIn(folder, '--dir'))).toEqual(['a', 'b']);
  });

  it.each([
    ['nothing named', () => undefined, 'Say where the photos are: --dir DIR.'],
    ['no folder', () => '/nowhere', 'There is no folder /nowhere.'],
    ['an empty folder', () => folderOf(), /^No photos in .*: it should hold/],
    ['loose photos', () => folderOf('1.jpg'), /^No photos in .*: it should hold/],
  ])('says one sentence about %s', (_, folder, sentence) => {
    expect(() => photosIn(folder(), '--dir')).toThrow(UsageError);
    expect(() => photosIn(folder(), '--dir')).toThrow(sentence);
  });
});

describe('facesIn', () => {
  it('takes loose photos too, each a person of its own name', () => {
    expect(identities(facesIn(folderOf('ana.jpg', 'bea.gif'), '--smiles'))).toEqual(['ana', 'bea']);
    expect(identities(facesIn(folderOf('ana/1.jpg'), '--smiles'))).toEqual(['ana']);
  });
});
