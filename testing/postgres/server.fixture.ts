import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '@/bin/postgres/embedded-postgres';
import { migrate } from '@/bin/postgres/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the migrated database that every test's own database is copied from. */
    templateUrl: string;
  }
}

/** Vitest's global set-up: one PostgreSQL a run, thrown away after it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smile-test-'));
  const server = await startPostgres({ dataDir });
  const templateUrl = server.url.replace(/[^/]*$/, 'template_smile');
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE DATABASE template_smile');
  await client.end();
  await migrate(templateUrl);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
