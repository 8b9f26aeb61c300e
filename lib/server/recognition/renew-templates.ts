import { findTemplatesBefore, replaceSealed } from '../db/faces-store';
import { knowSpaces, currentSpace } from './spaces';
import { renewedTemplate } from './sealed-template';

/**
 * Moves templates of older spaces to the current one, a batch at a time; until then each is moved
 * whenever it is read. A template that was enrolled anew meanwhile stays as it is.
 *
 * @param after the last shopper of the batch before; those that do not open are passed over
 * @returns the last shopper that was looked at, undefined at the end; and how many were moved
 */
export async function renewTemplates(
  limit: number,
  after?: string,
): Promise<{ readonly last: string | undefined; readonly renewed: number }> {
  const rows = await findTemplatesBefore(currentSpace(), limit, after);
  await knowSpaces(rows.map(({ transformVersion }) => transformVersion));
  let renewed = 0;
  for (const row of rows) {
    try {
      if (await replaceSealed(row, renewedTemplate(row))) renewed += 1;
    } catch {
      // Damaged: it stays as it is, and is reported when its owner wants to pay.
    }
  }
  return { last: rows.at(-1)?.shopperId, renewed };
}
