import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { euclidean, fuse } from '@/lib/recognition/descriptor';
import { openGallery } from './gallery';
import { createTestDatabase } from '@/testing/postgres/database.fixture';
import { latestFaceVersion } from '../db/face-changes-store';
import { deleteTemplate, destroyTemplateKey } from '../db/faces-store';
import { databasePool } from '../db/pool';
import { openInstallation } from '../keys/installation';
import { drawPerson, seeded } from './drawn-people.fixture';
import { enrolAgain, enrolPerson, type EnrolledPerson } from './enrolled-people.fixture';
import {
  faceIndexState,
  isFaceIndexReady,
  nearest,
  searchEverybody,
  startFaceIndex,
  stopFaceIndex,
} from './face-index';
import { keepFaces, type KeptFaces } from './keep-faces';

const AGREE_MS = 2_000;
const random = seeded(23);
const people: EnrolledPerson[] = [];
const instances: KeptFaces[] = [];
let close: () => Promise<void>;

beforeAll(async () => {
  const db = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', db.url);
  vi.stubEnv('TEMPLATE_KEY', randomBytes(32).toString('base64'));
  await openInstallation();
  for (let i = 0; i < 40; i++) people.push(await enrolPerson());
  close = async () => {
    await databasePool().end();
    await db.close();
  };
});
afterEach(async () => {
  await Promise.all(instances.splice(0).map((instance) => instance.close()));
});
afterAll(async () => {
  await close();
  vi.unstubAllEnvs();
});

async function startInstance(): Promise<KeptFaces> {
  const instance = await keepFaces(() => undefined);
  instances.push(instance);
  return instance;
}

async function until(holds: () => boolean | Promise<boolean>, ms: number): Promise<number> {
  const startedMs = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedMs > ms) throw new Error(`not within ${ms} ms`);
    await sleep(10);
  }
  return performance.now() - startedMs;
}

async function allNoted(): Promise<boolean> {
  const { rows } = await databasePool().query('SELECT 1 FROM face_changes WHERE noted_at IS NULL');
  return rows.length === 0;
}

async function remove(person: EnrolledPerson): Promise<void> {
  const destroyed = await destroyTemplateKey(person.id);
  await deleteTemplate({
    receiptId: crypto.randomUUID(),
    shopperId: person.id,
    templateId: destroyed?.id ?? '',
    deletedAt: new Date(),
    receipt: '',
    by: 'shopper',
  });
  people.splice(people.indexOf(person), 1);
}

async function changeFace(person: EnrolledPerson): Promise<void> {
  const captures = drawPerson(random, 3);
  await enrolAgain(person.id, captures);
  people[people.indexOf(person)] = { id: person.id, template: fuse(captures) };
}

/** From now on nobody is notified of anything. */
async function silence(): Promise<void> {
  const { rows } = await databasePool().query<{ definition: string }>(
    `SELECT pg_get_functiondef('face_changed'::regproc) AS definition`,
  );
  const definition = rows[0]?.definition ?? '';
  expect(definition).toContain("PERFORM pg_notify('face_changed', '');");
  await databasePool().query(definition.replace(/PERFORM pg_notify[^;]*;/, ''));
}

/** What is written down is what comparing everybody with everybody gives. */
async function expectExactNotes(): Promise<void> {
  for (const { id, template } of people) {
    const expected = people
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, distance: euclidean(other.template, template) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 10);
    const noted = await notedOf(id);
    expect(noted.map(({ shopperId }) => shopperId)).toEqual(expected.map((each) => each.id));
    expect(noted[0]?.distance).toBeCloseTo(expected[0]?.distance ?? NaN, 5);
  }
}

async function notedOf(id: string) {
  const { candidates } = await openGallery([id]);
  return candidates[0]?.neighbours ?? [];
}

const someone = () => people[Math.floor(random() * people.length)] ?? fail();
const fail = (): never => {
  throw new Error('there is somebody');
};

describe('several instances', () => {
  it('agree within two seconds of an enrolment and a deletion, and write neighbours down', async () => {
    const all = await Promise.all([startInstance(), startInstance(), startInstance()]);
    await until(allNoted, 20_000);
    await expectExactNotes();
    const newcomer = await enrolPerson();
    people.push(newcomer);
    const heardMs = await until(() => all.every(({ table }) => table.has(newcomer.id)), AGREE_MS);
    expect(heardMs).toBeLessThan(AGREE_MS);
    const gone = someone();
    await remove(gone);
    await until(() => all.every(({ table }) => !table.has(gone.id)), AGREE_MS);
    await until(allNoted, 20_000);
    await expectExactNotes();
  });

  it('agree after notifications were lost, with the next look', async () => {
    const [a, b] = [await startInstance(), await startInstance()];
    await silence();
    const newcomer = await enrolPerson();
    people.push(newcomer);
    await until(() => [a, b].every(({ table }) => table.has(newcomer.id)), AGREE_MS);
    await until(allNoted, 20_000);
    await expectExactNotes();
  });

  it('come to the same neighbours whatever happens at once, and whichever of them goes', async () => {
    const all = await Promise.all([startInstance(), startInstance(), startInstance()]);
    const departures = [...new Set(Array.from({ length: 8 }, someone))];
    const changed = people.filter((one) => !departures.includes(one)).slice(0, 5);
    const [arrived] = await Promise.all([
      Promise.all(Array.from({ length: 25 }, () => enrolPerson())),
      Promise.all(changed.map((one) => changeFace(one))),
      ...departures.map(remove),
      // The one that writes goes in the middle of it; another takes over.
      ...all.slice(0, 2).map((instance) => instance.close()),
    ]);
    people.push(...arrived);
    await startInstance();
    await until(allNoted, 30_000);
    await expectExactNotes();
    const last = instances.at(-1);
    expect(last?.table.size).toBe(people.length);
    expect(last?.follower.version).toBe(await latestFaceVersion());
  });
});

describe('an instance that hears nothing any more', () => {
  it('does not let a deleted face pay: the row is read when it is decided', async () => {
    const stale = await startInstance();
    await stale.close();
    const gone = someone();
    await remove(gone);
    expect(stale.table.has(gone.id)).toBe(true);
    expect(await openGallery([gone.id])).toMatchObject({ candidates: [], refused: [] });
  });
});

describe('the index in its worker thread', () => {
  it('fills itself in the background, finds exactly, and comes back when it dies', async () => {
    startFaceIndex();
    expect(isFaceIndexReady()).toBe(false);
    const one = someone();
    const [self] = await nearest(one.template, 1);
    expect(self?.shopperId).toBe(one.id);
    expect(self?.distance).toBeLessThan(1e-5);
    expect(isFaceIndexReady()).toBe(true);
    expect(faceIndexState()?.searchName).toBe('usearch');
    const ten = await searchEverybody(one.template, one.id);
    expect(ten).toHaveLength(10);
    expect(ten.map(({ shopperId }) => shopperId)).toEqual(
      (await notedOf(one.id)).map(({ shopperId }) => shopperId),
    );
    const newcomer = await enrolPerson();
    people.push(newcomer);
    await until(
      async () => (await nearest(newcomer.template, 1))[0]?.shopperId === newcomer.id,
      AGREE_MS,
    );
    const { smileFaceIndex } = globalThis as { smileFaceIndex?: { worker?: Worker } };
    await smileFaceIndex?.worker?.terminate();
    expect(isFaceIndexReady()).toBe(false);
    expect((await nearest(newcomer.template, 1))[0]?.shopperId).toBe(newcomer.id);
    await stopFaceIndex();
    expect(isFaceIndexReady()).toBe(false);
    await expect(nearest(one.template, 1)).rejects.toThrow('startFaceIndex');
  });
});
