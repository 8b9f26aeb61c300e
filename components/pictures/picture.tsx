import type { ReactNode } from 'react';
import { FriedRice, GreenSalad, NoodleSoup } from './bowls';
import { Coffee, Lemonade, MilkTea } from './drinks';
import { EnamelMug, Notebook, PostcardSet, TeaTin, ToteBag } from './goods';
import { isPictureName, type PictureName } from './names';
import { C } from './palette';
import { Burger, Dumplings, Fries, RoastChicken } from './plates';
import { StampHanover1948 } from './stamp';
import { MangoPudding, SesameBall } from './sweets';
import { Plate, Shadow } from './tableware';

const DRAWINGS: Record<PictureName, () => ReactNode> = {
  'noodle-soup': NoodleSoup,
  dumplings: Dumplings,
  'fried-rice': FriedRice,
  'green-salad': GreenSalad,
  'roast-chicken': RoastChicken,
  burger: Burger,
  fries: Fries,
  'sesame-ball': SesameBall,
  'mango-pudding': MangoPudding,
  'milk-tea': MilkTea,
  coffee: Coffee,
  lemonade: Lemonade,
  'stamp-hanover-1948': StampHanover1948,
  'enamel-mug': EnamelMug,
  'tea-tin': TeaTin,
  notebook: Notebook,
  'tote-bag': ToteBag,
  'postcard-set': PostcardSet,
};

/** For a product whose picture we have not drawn. */
function EmptyPlate() {
  return (
    <>
      <rect width="200" height="200" fill={C.sand} />
      <Shadow rx={78} cy={146} />
      <Plate cy={120} />
    </>
  );
}

export interface PictureProps {
  /** One of {@link PictureName}; anything else shows an empty plate. */
  readonly name: string;
  readonly className?: string;
}

/** A square drawing of ours; a wider frame cuts ground and sky. It stands beside the name in words, so it is silent itself. */
export function Picture({ name, className = 'w-full' }: PictureProps) {
  const Drawing = isPictureName(name) ? DRAWINGS[name] : EmptyPlate;
  return (
    <svg
      viewBox="0 0 200 200"
      preserveAspectRatio="xMidYMid slice"
      className={`block aspect-square ${className}`}
      aria-hidden="true"
    >
      <Drawing />
    </svg>
  );
}
