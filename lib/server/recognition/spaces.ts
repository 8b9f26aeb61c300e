import type { Descriptor } from '@/lib/recognition/descriptor';
import { installation, openInstallation } from '../keys/installation';
import { transform, untransform } from '../keys/transform';

/**
 * A space is a version of the keyed transform; 0 is that of the network itself, in which nothing
 * new is stored. Distances are the same in all of them, between two of them they mean nothing.
 */
export type Space = number;

const OF_THE_NETWORK: Space = 0;

/** The space that new templates are stored in. */
export function currentSpace(): Space {
  return installation().transformVersion;
}

/** Reads the transforms that another instance has added meanwhile, if some are needed. */
export async function knowSpaces(spaces: readonly Space[]): Promise<void> {
  if (!spaces.every(isKnown)) await openInstallation();
}

/** @throws RangeError when the transform of one of the spaces is not there */
export function moveTo(space: Space, from: Space, descriptor: Descriptor): Descriptor {
  if (from === space) return descriptor;
  const raw = from === OF_THE_NETWORK ? descriptor : untransform(transformOf(from), descriptor);
  return space === OF_THE_NETWORK ? raw : transform(transformOf(space), raw);
}

/** A descriptor of the network's, in that space. */
export function intoSpace(space: Space, descriptor: Descriptor): Descriptor {
  return moveTo(space, OF_THE_NETWORK, descriptor);
}

/** The network's descriptor again. @throws RangeError as {@link moveTo} */
export function outOfSpace(space: Space, image: Descriptor): Descriptor {
  return moveTo(OF_THE_NETWORK, space, image);
}

function isKnown(space: Space): boolean {
  return space === OF_THE_NETWORK || installation().transforms.has(space);
}

function transformOf(space: Space) {
  const found = installation().transforms.get(space);
  if (!found) throw new RangeError(`there is no transform ${space}`);
  return found;
}
