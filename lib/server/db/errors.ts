/** What Prisma and PostgreSQL say when a unique constraint said no. */
const UNIQUE_VIOLATIONS: readonly unknown[] = ['P2002', '23505'];

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNIQUE_VIOLATIONS.includes(error.code);
}
