import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CALIBRATION, type Tails } from '@/models/embedder/calibration';
import { withTailTable } from './tail-table';

const card = readFileSync(new URL('../../docs/model-card.md', import.meta.url), 'utf8');
/** Prettier aligns tables, which changes nothing that is read. */
const unaligned = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

describe('the table of tails in the model card', () => {
  it('is that of calibration.json', () => {
    expect(unaligned(withTailTable(card, CALIBRATION.tails))).toBe(unaligned(card));
  });

  it('would not be, were a figure another one', () => {
    const [first, ...rest] = CALIBRATION.tails.rows;
    if (!first) throw new Error('no rows');
    const other: Tails = { ...CALIBRATION.tails, rows: [{ ...first, empirical: 0.123 }, ...rest] };
    expect(unaligned(withTailTable(card, other))).not.toBe(unaligned(card));
  });

  it('needs its marks', () => {
    expect(() => withTailTable('# no marks', CALIBRATION.tails)).toThrow();
  });
});
