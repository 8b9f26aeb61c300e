import { DESCRIPTOR_LENGTH, type Descriptor } from '@/lib/recognition/descriptor';
import { NEIGHBOURS_MAX } from '@/lib/recognition/neighbours';
import type { NotedNeighbour } from './noted-neighbours';
import { squaredWithin, type Search } from './search';

const N = DESCRIPTOR_LENGTH;
/** Rows of a block, 32 MB: the table grows without copying what is there. */
const BLOCK_ROWS = 65_536;

interface Block {
  readonly rows: Float32Array;
  /** Beyond this squared distance a newcomer is none of the person's ten nearest. */
  readonly reach: Float64Array;
}

/**
 * The templates of everybody, in memory, in one space. All searches are exact. Time and memory grow
 * with the number of people: 512 bytes each, besides their ids.
 */
export class TemplateTable {
  private readonly blocks: Block[] = [];
  private readonly ids: string[] = [];
  private readonly slots = new Map<string, number>();

  constructor(private readonly search: Search) {}

  get size(): number {
    return this.ids.length;
  }

  has(shopperId: string): boolean {
    return this.slots.has(shopperId);
  }

  templateOf(shopperId: string): Descriptor | undefined {
    const slot = this.slots.get(shopperId);
    if (slot === undefined) return undefined;
    const { block, row } = this.place(slot);
    return block.rows.slice(row * N, (row + 1) * N);
  }

  /** Adds somebody or replaces that person's template; the reach is none until it is set. */
  add(shopperId: string, template: Descriptor): void {
    let slot = this.slots.get(shopperId);
    if (slot === undefined) {
      slot = this.ids.push(shopperId) - 1;
      this.slots.set(shopperId, slot);
    }
    const { block, row } = this.place(slot);
    block.rows.set(template, row * N);
    block.reach[row] = -Infinity;
  }

  /** The last row takes the place of the one that goes. */
  remove(shopperId: string): void {
    const slot = this.slots.get(shopperId);
    if (slot === undefined) return;
    const last = this.size - 1;
    const moved = this.ids[last] ?? '';
    const [from, to] = [this.place(last), this.place(slot)];
    to.block.rows.set(from.block.rows.subarray(from.row * N, (from.row + 1) * N), to.row * N);
    to.block.reach[to.row] = from.block.reach[from.row] ?? Infinity;
    // What is gone is gone from memory too.
    from.block.rows.fill(0, from.row * N, (from.row + 1) * N);
    this.ids[slot] = moved;
    this.slots.set(moved, slot);
    this.ids.pop();
    this.slots.delete(shopperId);
  }

  /**
   * @param distance a newcomer farther than this changes nothing for the person: the tenth
   *   neighbour's; infinite when it is not known, −infinite while there is no list at all
   */
  setReach(shopperId: string, distance: number): void {
    const slot = this.slots.get(shopperId);
    if (slot === undefined) return;
    const { block, row } = this.place(slot);
    // A little more: distances are rounded to 32 bits on the way.
    block.reach[row] = distance < 0 ? -Infinity : (distance + 1e-5) ** 2;
  }

  /** The nearest people to a template, that person not among them; nearest first. */
  nearest(template: Descriptor, count: number, except?: string): NotedNeighbour[] {
    const found: { slot: number; squared: number }[] = [];
    this.blocks.forEach(({ rows }, index) => {
      const used = Math.min(BLOCK_ROWS, this.size - index * BLOCK_ROWS);
      if (used <= 0) return;
      const wanted = Math.min(used, count + 1);
      for (const { row, squared } of this.search(rows.subarray(0, used * N), template, wanted)) {
        found.push({ slot: index * BLOCK_ROWS + row, squared });
      }
    });
    return found
      .map(({ slot, squared }) => ({
        shopperId: this.ids[slot] ?? '',
        distance: Math.sqrt(Math.max(0, squared)),
      }))
      .filter(({ shopperId }) => shopperId !== except)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, count);
  }

  /** The ten nearest to somebody in the table. */
  neighboursOf(shopperId: string): NotedNeighbour[] {
    const template = this.templateOf(shopperId);
    return template ? this.nearest(template, NEIGHBOURS_MAX, shopperId) : [];
  }

  /** Whose reach a template is in: those who have, or would have, it among their ten nearest. */
  reachedBy(template: Descriptor, except: string): NotedNeighbour[] {
    const reached: NotedNeighbour[] = [];
    this.blocks.forEach(({ rows, reach }, index) => {
      const used = Math.min(BLOCK_ROWS, this.size - index * BLOCK_ROWS);
      for (let row = 0; row < used; row++) {
        const bound = reach[row] ?? -Infinity;
        if (bound === -Infinity) continue;
        const squared = squaredWithin(rows, row, template, bound);
        const shopperId = this.ids[index * BLOCK_ROWS + row] ?? '';
        if (squared <= bound && shopperId !== except) {
          reached.push({ shopperId, distance: Math.sqrt(squared) });
        }
      }
    });
    return reached;
  }

  private place(slot: number): { readonly block: Block; readonly row: number } {
    const index = Math.floor(slot / BLOCK_ROWS);
    const block = (this.blocks[index] ??= {
      rows: new Float32Array(BLOCK_ROWS * N),
      reach: new Float64Array(BLOCK_ROWS),
    });
    return { block, row: slot % BLOCK_ROWS };
  }
}
