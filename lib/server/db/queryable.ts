import type { Pool, PoolClient } from 'pg';

/** A pool, or a client inside a transaction of its own. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;
