import { databasePrisma } from './prisma';

export function findStaffByEmail(
  email: string,
): Promise<{ readonly id: string; readonly passwordHash: string } | null> {
  return databasePrisma().staff.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  });
}
