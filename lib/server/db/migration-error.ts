/** What stands in the way of the newest schema; one sentence for the person at the terminal. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
