import type { Random } from '@/bench/attacks/people';
import type { Described } from '@/bench/faces/scores';
import { fuse, type Descriptor } from '@/lib/recognition/descriptor';

/** One person's photos, as the network describes them. */
export interface Person {
  readonly identity: string;
  readonly descriptors: readonly Descriptor[];
}

/** Somebody in front of the camera: the mean of some photos. */
export interface Visitor {
  readonly shopperId: string;
  readonly probe: Descriptor;
}

/** Somebody with an enrolment of other photos than those of the probe. */
export interface Regular extends Visitor {
  readonly template: Descriptor;
}

export interface Dealt {
  readonly regulars: readonly Regular[];
  /** Too few photos for an enrolment. */
  readonly strangers: readonly Visitor[];
}

export interface Hands {
  /** Photos of an enrolment. */
  readonly enrol: number;
  /** Photos of a probe. */
  readonly probe: number;
}

export function peopleOf(photos: readonly Described[]): Person[] {
  const people = new Map<string, Descriptor[]>();
  for (const { identity, descriptor } of photos) {
    people.set(identity, [...(people.get(identity) ?? []), Float32Array.from(descriptor)]);
  }
  return [...people].map(([identity, descriptors]) => ({ identity, descriptors }));
}

export function canEnrol({ descriptors }: Person, { enrol, probe }: Hands): boolean {
  return descriptors.length >= enrol + probe;
}

/**
 * Draws of every person's photos those of the enrolment and others of the probe. Who has too few
 * for both is a stranger, who has too few for a probe does not play.
 */
export function deal(people: readonly Person[], hands: Hands, random: Random): Dealt {
  const regulars: Regular[] = [];
  const strangers: Visitor[] = [];
  for (const person of people) {
    const { identity: shopperId, descriptors } = person;
    const photos = shuffled(descriptors, random);
    if (photos.length < hands.probe) continue;
    const probe = fuse(photos.slice(0, hands.probe));
    if (!canEnrol(person, hands)) strangers.push({ shopperId, probe });
    else {
      const template = fuse(photos.slice(hands.probe, hands.probe + hands.enrol));
      regulars.push({ shopperId, probe, template });
    }
  }
  return { regulars, strangers };
}

/** Fisher and Yates. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [copy[i], copy[j]];
    if (a !== undefined && b !== undefined) [copy[i], copy[j]] = [b, a];
  }
  return copy;
}
