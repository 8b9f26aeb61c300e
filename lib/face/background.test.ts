import { describe, expect, it } from 'vitest';
import { backgroundOf } from './background';

const WIDTH = 320;
const HEIGHT = 240;

/** A wall of one colour and a head of another in the middle, with a body below it. */
function picture(wall: readonly number[], head: readonly number[]) {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const isHead = Math.hypot((x - 160) / 60, (y - 110) / 80) < 1 || y > 190;
      data.set([...(isHead ? head : wall), 255], (y * WIDTH + x) * 4);
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}

const FACE = { x: 115, y: 90, width: 90, height: 90 };

describe('backgroundOf', () => {
  it('is the colour of the wall, whatever the head looks like', () => {
    const wall = [90, 120, 150];
    expect(backgroundOf(picture(wall, [250, 20, 20]), FACE)).toEqual(wall);
    expect(backgroundOf(picture(wall, [10, 10, 10]), FACE)).toEqual(wall);
  });

  it('is black when there is nothing but a face', () => {
    const all = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
    expect(backgroundOf(picture([200, 200, 200], [200, 200, 200]), all)).toEqual([0, 0, 0]);
  });
});
