import { v7 } from 'uuid';
import { z } from 'zod';

/**
 * A UUID in the one spelling that it has inside: 36 characters, lower case, with dashes. Two of
 * them are the same id exactly when their texts are equal, as PostgreSQL's `uuid` sees it too.
 * A plain string does not compile where one is expected: it has to pass {@link uuidSchema} first.
 */
export type Uuid = string & z.$brand<'Uuid'>;

/** RFC 9562, 5.9 and 5.10: names nobody, or everybody, and would sort before or after all rows. */
const RESERVED = /^(0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/;

/**
 * Reads an id that came from outside. RFC 9562 has it read in any case and written in lower case.
 * What only PostgreSQL would read (braces, no dashes, dashes elsewhere, spaces) is refused.
 */
export const uuidSchema = z
  .uuid()
  .toLowerCase()
  .refine((id) => !RESERVED.test(id), 'a reserved UUID')
  .brand<'Uuid'>();

/** A new id, version 7: they sort by the time when they were made. */
export function newUuid(): Uuid {
  return v7() as Uuid;
}

/** @requires an id that PostgreSQL wrote, or one of {@link newUuid}: neither is read again. */
export function writtenUuid(text: string): Uuid {
  return text as Uuid;
}
