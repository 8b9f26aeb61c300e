import type { Rgb } from '@/lib/liveness/colours';
import { skinGain, wallUnder } from './screen-light';

/** Side of the piece that the wall is papered with, pixels. */
const PIECE = 64;
/** Plaster is uneven by more than a level: its mean then follows changes of less than one. */
const PLASTER = 3;

/** The wall behind, in the light of the screen. */
export class Wall {
  /** What everything is to be multiplied by once it is drawn, this wall included. */
  gain: Rgb;
  private colour: Rgb | null = null;
  private readonly plaster: readonly number[];
  private pattern: CanvasPattern | undefined;

  constructor(
    private readonly own: Rgb,
    private readonly screenLight: number,
    random: () => number,
  ) {
    this.gain = drawable(skinGain(null, screenLight));
    this.plaster = Array.from({ length: PIECE * PIECE }, () => PLASTER * (random() - 0.5));
  }

  /** @param colour of the screen; null: the screen as it is. */
  light(colour: Rgb | null): void {
    if (String(colour) === String(this.colour)) return;
    this.colour = colour;
    this.gain = drawable(skinGain(colour, this.screenLight));
    this.pattern = undefined;
  }

  paint(context: CanvasRenderingContext2D): CanvasPattern | string {
    this.pattern ??= context.createPattern(this.piece(), 'repeat') ?? undefined;
    return this.pattern ?? `rgb(${this.own.join(' ')})`;
  }

  private piece(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.width = PIECE;
    canvas.height = PIECE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d canvas');
    const pixels = context.createImageData(PIECE, PIECE);
    const paint = wallUnder(this.own, this.colour, this.screenLight, this.gain);
    this.plaster.forEach((uneven, i) => {
      pixels.data.set([...paint.map((level) => level + uneven), 255], i * 4);
    });
    context.putImageData(pixels, 0, 0);
    return canvas;
  }
}

/** A canvas multiplies by whole levels. */
function drawable(gain: Rgb): Rgb {
  const level = (part: number) => Math.round(part * 255) / 255;
  return [level(gain[0]), level(gain[1]), level(gain[2])];
}
