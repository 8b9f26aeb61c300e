import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', 'public');

interface Manifest {
  readonly icons: readonly {
    readonly src: string;
    readonly type: string;
    readonly sizes: string;
  }[];
}

const { icons } = JSON.parse(readFileSync(join(ROOT, 'manifest.webmanifest'), 'utf8')) as Manifest;

describe('the web app manifest', () => {
  it.each(icons)('$src is there, of its type and size', async ({ src, type, sizes }) => {
    const { format, width, height } = await sharp(join(ROOT, src)).metadata();
    expect(type.replace('+xml', '')).toBe(`image/${format}`);
    expect(sizes).toBe(format === 'svg' ? 'any' : `${width}x${height}`);
  });

  it('has what browsers ask for before a page is installed', () => {
    expect(icons.map(({ sizes }) => sizes)).toEqual(
      expect.arrayContaining(['192x192', '512x512']) as string[],
    );
  });
});
