/**
 * Portable greymaps, as old face sets have them; no browser reads these, so they become BMP.
 * Source: netpbm, pgm(5).
 */

export interface Greymap {
  readonly width: number;
  readonly height: number;
  /** 0…255, rows from the top. */
  readonly grey: Uint8Array;
}

const HEADER = /^(P[25])(?:\s|#[^\n]*\n)+(\d+)(?:\s|#[^\n]*\n)+(\d+)(?:\s|#[^\n]*\n)+(\d+)\s/;

/** @throws RangeError when it is no greymap, or cut short. */
export function readPgm(bytes: Uint8Array): Greymap {
  const text = Buffer.from(bytes).toString('latin1');
  const header = HEADER.exec(text);
  if (!header) throw new RangeError('not a PGM file');
  const [matched, kind] = header;
  const [width = 0, height = 0, largest = 0] = header.slice(2).map(Number);
  const count = width * height;
  const read =
    kind === 'P5'
      ? binaryReader(bytes, matched.length, largest)
      : textReader(text.slice(matched.length));
  const grey = Uint8Array.from({ length: count }, (_, i) => {
    const value = read(i);
    if (value === undefined || Number.isNaN(value)) throw new RangeError('PGM file is cut short');
    return Math.round((value * 255) / largest);
  });
  return { width, height, grey };
}

/** An uncompressed 24-bit BMP. */
export function toBmp({ width, height, grey }: Greymap): Buffer {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const bmp = Buffer.alloc(54 + stride * height);
  bmp.write('BM', 'latin1');
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(54, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(width, 18);
  // Negative: rows from the top.
  bmp.writeInt32LE(-height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      bmp.fill(grey[y * width + x] ?? 0, 54 + y * stride + x * 3, 54 + y * stride + x * 3 + 3);
    }
  }
  return bmp;
}

/** Two bytes a value, the higher first, when the largest value needs them. */
function binaryReader(bytes: Uint8Array, start: number, largest: number) {
  if (largest < 256) return (i: number) => bytes[start + i];
  return (i: number) => {
    const low = bytes[start + 2 * i + 1];
    return low === undefined ? undefined : (bytes[start + 2 * i] ?? 0) * 256 + low;
  };
}

function textReader(text: string) {
  const values = text.trim().split(/\s+/).map(Number);
  return (i: number) => values[i];
}
