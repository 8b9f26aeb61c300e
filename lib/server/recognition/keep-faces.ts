import { databaseTime } from '../db/face-changes-store';
import { watchFaces } from '../db/face-watch';
import { logFault } from '../log';
import { FaceFollower } from './follow-faces';
import { NeighbourNotes } from './note-neighbours';
import { fastestSearch, type NamedSearch } from './search';
import { currentSpace } from './spaces';
import { TemplateTable } from './template-table';

/** Everybody's templates in memory, kept as they are in the database. */
export interface KeptFaces {
  readonly table: TemplateTable;
  readonly follower: FaceFollower;
  readonly searchName: NamedSearch['name'];
  close(): Promise<void>;
}

/** A notification that was lost costs this much. */
const LOOK_MS = 1_000;

/**
 * Loads everybody, then follows what changes and, if no other instance does, writes neighbours down.
 *
 * @requires the installation is open
 * @param onChange called when the table has changed
 */
export async function keepFaces(onChange: (kept: KeptFaces) => void): Promise<KeptFaces> {
  const { name: searchName, search } = fastestSearch();
  const table = new TemplateTable(search);
  const follower = new FaceFollower(table, currentSpace());
  await follower.load();
  await follower.follow();
  const notes = new NeighbourNotes(table, follower);
  let writing = false;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;

  const writeSome = async () => {
    const at = await databaseTime();
    const writes = await watch.takeNotes();
    if (writes && !writing) await notes.takeOver(at);
    writing = writes;
    return writes && (await notes.writeDown()) > 0;
  };
  const run = async () => {
    do {
      again = false;
      try {
        if ((await follower.follow()) > 0) onChange(kept);
        again = (await writeSome()) || again;
      } catch (error) {
        if (!closed) logFault('face-index', error);
      }
    } while (again && !closed);
    running = undefined;
  };
  const keepUp = () => {
    if (closed) return;
    if (running) again = true;
    else running = run();
  };

  const watch = watchFaces(keepUp);
  const timer = setInterval(keepUp, LOOK_MS);
  const kept: KeptFaces = {
    table,
    follower,
    searchName,
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
      await watch.close();
    },
  };
  return kept;
}
