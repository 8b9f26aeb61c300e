import { defineConfig } from 'prisma/config';

/** For Prisma's CLI alone; the app connects through lib/server/db/pool.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
