import type { HiredRole, StaffRole } from '@/lib/access/roles';

export const ROLE_WORDS: Record<StaffRole, string> = {
  staff: 'Staff',
  manager: 'Manager',
  owner: 'Owner',
};

/** What somebody in that role does. */
export const ROLE_HINTS: Record<HiredRole, string> = {
  staff: 'Serves orders and gives back small amounts',
  manager: 'Gives back any amount, pairs counters, invites staff',
};
