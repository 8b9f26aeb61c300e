import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client';
import { databasePool } from './pool';

const shared = globalThis as typeof globalThis & { smilePrisma?: PrismaClient };

/** The process's Prisma client, on the process's pool. */
export function databasePrisma(): PrismaClient {
  shared.smilePrisma ??= createPrisma(databasePool());
  return shared.smilePrisma;
}

/** A client on any pool, e.g. a test's. The caller ends the pool. */
export function createPrisma(pool: Pool): PrismaClient {
  // Its other formats quote the query's arguments in the message of an error.
  return new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
}
