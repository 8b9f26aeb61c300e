/** GET /api/health: 200 when it can take a payment, else 503 with the part that is down. */
export interface Health {
  readonly status: 'ok' | 'down';
  readonly version: string;
  readonly database: 'ok' | 'down';
  readonly models: 'ok' | 'missing';
}
