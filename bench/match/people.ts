import { type Descriptor, fuse } from '@/lib/recognition/descriptor';
import { drawPerson, seeded } from '@/lib/server/recognition/drawn-people.fixture';

/** Pictures of an enrolment, and frames of a payment that are averaged. */
const ENROLLED = 3;
const PROBED = 2;

/** One of the drawn people: the same for the same number. */
export interface Drawn {
  readonly id: string;
  readonly phone: string;
  readonly captures: readonly Descriptor[];
  readonly probe: Descriptor;
}

export function personOf(index: number): Drawn {
  // Neighbouring seeds give unlike numbers only after a few; a prime apart they do at once.
  const drawn = drawPerson(seeded(Math.imul(index + 1, 0x9e3779b1)), ENROLLED + PROBED);
  return {
    id: idOf(index),
    phone: phoneOf(index),
    captures: drawn.slice(0, ENROLLED),
    probe: fuse(drawn.slice(ENROLLED)),
  };
}

/** Version 7, in the order of the numbers, as ids made one after the other are. */
export function idOf(index: number): string {
  return `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** All last four digits equally often. */
export function phoneOf(index: number): string {
  return `+861${String(3_000_000_000 + index)}`;
}
