import { EMBEDDER } from '@/models/embedder/model';
import { euclidean, type Descriptor } from './descriptor';
import type { Candidate } from './match';

export const NEIGHBOURS_MAX = EMBEDDER.thresholds.neighboursMax;

export interface Enrolled {
  readonly shopperId: string;
  /** The mean of the enrolment's descriptors. */
  readonly template: Descriptor;
}

/** Another enrolled person, and how far that template is. */
export interface Neighbour extends Enrolled {
  readonly distance: number;
}

/**
 * The nearest other enrolled people by an exact search, the nearest first, at most
 * `NEIGHBOURS_MAX`. What a server stores of it is as secret as a template.
 *
 * @param everybody may contain the person, who is no neighbour of themselves.
 */
export function neighboursOf(person: Enrolled, everybody: readonly Enrolled[]): Neighbour[] {
  return everybody
    .filter(({ shopperId }) => shopperId !== person.shopperId)
    .map((other) => ({ ...other, distance: euclidean(person.template, other.template) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEIGHBOURS_MAX);
}

/** @param neighbours as {@link neighboursOf} gives them, the nearest first. */
export function candidateAmong(
  person: Enrolled,
  neighbours: readonly Neighbour[],
  hasTwin: boolean,
): Candidate {
  return {
    shopperId: person.shopperId,
    template: person.template,
    neighbourDistance: neighbours[0]?.distance ?? Infinity,
    neighbours: neighbours.map(({ template }) => template),
    hasTwin,
  };
}
