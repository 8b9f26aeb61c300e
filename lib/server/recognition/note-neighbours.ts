import { findNotedSince, findUnnoted, markNoted, type FaceChange } from '../db/face-changes-store';
import { findTemplates, replaceNeighbours, type TemplateRow } from '../db/faces-store';
import type { FaceFollower } from './follow-faces';
import { EMBEDDER } from '@/models/embedder/model';
import { now } from '../clock';
import { holdFace } from '../db/held-faces-store';
import { reachOf, withNeighbour, type NotedNeighbour } from './noted-neighbours';
import { openTemplate, sealNeighbours } from './sealed-template';
import type { TemplateTable } from './template-table';

const BATCH = 50;

/**
 * Writes down who is near whom, for everybody whom a change concerns. One instance does so at a
 * time: the one that holds the lock of `FaceWatch`.
 */
export class NeighbourNotes {
  private notedUntil: Date;

  constructor(
    private readonly table: TemplateTable,
    private readonly follower: FaceFollower,
  ) {
    this.notedUntil = follower.loadedAt;
  }

  /**
   * To be called when this instance becomes the one that writes: others wrote lists meanwhile that
   * this table has not heard of, so that their reach is unknown.
   */
  async takeOver(at: Date): Promise<void> {
    for (const shopperId of await findNotedSince(this.notedUntil)) {
      this.table.setReach(shopperId, Infinity);
    }
    this.notedUntil = at;
  }

  /** @returns how many changes were written down; none when there is nothing left to do */
  async writeDown(): Promise<number> {
    const changes = await findUnnoted(this.follower.version, BATCH);
    for (const change of changes) {
      await this.note(change);
      await markNoted(change.version);
      this.follower.touched.delete(change.version);
    }
    return changes.length;
  }

  private async note({ version, shopperId }: FaceChange): Promise<void> {
    for (const other of this.follower.touched.get(version) ?? []) await this.searchAnew(other);
    const template = this.table.templateOf(shopperId);
    if (!template) return;
    const list = await this.searchAnew(shopperId);
    await this.holdIfKnown(shopperId, list[0]);
    for (const { shopperId: other, distance } of this.table.reachedBy(template, shopperId)) {
      await this.addTo(other, { shopperId, distance });
    }
  }

  private async searchAnew(shopperId: string): Promise<readonly NotedNeighbour[]> {
    const [row] = await findTemplates([shopperId]);
    const list = this.table.neighboursOf(shopperId);
    if (row) await this.write(row, list);
    return list;
  }

  /** The same face on an older account: an operator has a look before it pays. */
  private async holdIfKnown(shopperId: string, nearest: NotedNeighbour | undefined): Promise<void> {
    if (!nearest || nearest.distance > EMBEDDER.enrolment.sameAccountMax) return;
    const [own, other] = await findTemplates([shopperId, nearest.shopperId]).then((rows) =>
      [shopperId, nearest.shopperId].map((id) => rows.find((row) => row.shopperId === id)),
    );
    if (!own || !other || own.enrolledAt < other.enrolledAt) return;
    const besideShopperId = nearest.shopperId;
    await holdFace({ templateId: own.id, shopperId, besideShopperId }, now());
  }

  /** A list that names somebody who is gone is searched for anew. */
  private async addTo(shopperId: string, neighbour: NotedNeighbour): Promise<void> {
    const [row] = await findTemplates([shopperId]);
    if (!row) return;
    const opened = openTemplate(row, this.follower.space);
    if (opened.kind === 'refused') return;
    const list = opened.neighbours;
    const sound = list?.every((each) => this.table.has(each.shopperId));
    const fresh =
      list && sound ? withNeighbour(list, neighbour) : this.table.neighboursOf(shopperId);
    await this.write(row, fresh);
  }

  private async write(row: TemplateRow, list: readonly NotedNeighbour[]): Promise<void> {
    // Destroyed or damaged meanwhile: nobody is compared with it, so nobody needs its list.
    const sealed = openTemplate(row, this.follower.space).kind === 'enrolled';
    if (sealed) await replaceNeighbours(row.id, sealNeighbours(row, list));
    this.table.setReach(row.shopperId, reachOf(list));
  }
}
