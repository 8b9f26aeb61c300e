import { EMBEDDER } from '@/models/embedder/model';
import { euclidean } from '@/lib/recognition/descriptor';
import {
  databaseTime,
  findFaceChanges,
  latestFaceVersion,
  type FaceChange,
} from '../db/face-changes-store';
import { findTemplates, findTemplatesAfter, type TemplateRow } from '../db/faces-store';
import { reachOf } from './noted-neighbours';
import { openTemplate } from './sealed-template';
import { knowSpaces, type Space } from './spaces';
import type { TemplateTable } from './template-table';

const BATCH = 1_000;
/** Nearer than this is the same template, rounded. */
const SAME = 1e-5;

/**
 * Keeps a table in step with the enrolled faces: reads all of them once, then what changes. It
 * knows nothing but versions and rows, so that a change that is applied twice does no harm.
 */
export class FaceFollower {
  /** Everything up to this version is in the table. */
  version = '0';
  /** Changes after this moment may have been noted by others without this table hearing of it. */
  loadedAt = new Date(0);
  /** Whose ten nearest were touched by a person who went, by the version of that change. */
  readonly touched = new Map<string, readonly string[]>();

  constructor(
    private readonly table: TemplateTable,
    readonly space: Space,
  ) {}

  /** Reads everybody. What changes meanwhile is applied by {@link follow} afterwards. */
  async load(): Promise<void> {
    this.version = await latestFaceVersion();
    this.loadedAt = await databaseTime();
    let after: string | undefined;
    for (;;) {
      const rows = await findTemplatesAfter(EMBEDDER.id, after, BATCH);
      if (rows.length === 0) return;
      await knowSpaces(rows.map(({ transformVersion }) => transformVersion));
      for (const row of rows) this.add(row);
      after = rows.at(-1)?.shopperId;
    }
  }

  /** Applies what changed since. @returns how many changes there were */
  async follow(): Promise<number> {
    let count = 0;
    for (;;) {
      const changes = await findFaceChanges(this.version, BATCH);
      if (changes.length === 0) return count;
      const ids = [...new Set(changes.map(({ shopperId }) => shopperId))];
      const rows = new Map((await findTemplates(ids)).map((row) => [row.shopperId, row]));
      await knowSpaces([...rows.values()].map(({ transformVersion }) => transformVersion));
      for (const change of changes) {
        this.apply(change, rows.get(change.shopperId));
        this.version = change.version;
      }
      count += changes.length;
    }
  }

  /** Whatever the change was: the row as it is now is what counts. */
  private apply({ version, shopperId }: FaceChange, row: TemplateRow | undefined): void {
    const opened = row && openTemplate(row, this.space);
    const template = opened?.kind === 'enrolled' ? opened.template : undefined;
    const before = this.table.templateOf(shopperId);
    if (before && template && euclidean(before, template) < SAME) return;
    if (before) {
      const reached = this.table.reachedBy(before, shopperId).map((each) => each.shopperId);
      this.table.remove(shopperId);
      for (const other of reached) this.table.setReach(other, Infinity);
      this.touched.set(version, reached);
    }
    if (row && template) this.add(row);
  }

  private add(row: TemplateRow): void {
    const opened = openTemplate(row, this.space);
    if (opened.kind === 'refused') return;
    this.table.add(row.shopperId, opened.template);
    if (opened.neighbours) this.table.setReach(row.shopperId, reachOf(opened.neighbours));
  }
}
