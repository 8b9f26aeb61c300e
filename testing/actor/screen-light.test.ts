import { describe, expect, it } from 'vitest';
import { SCREEN_COLOURS, SCREEN_COLOUR_NAMES, type Rgb } from '@/lib/liveness/colours';
import {
  litBy,
  noteScreen,
  SCREEN_DELAY_MS,
  skinGain,
  wallUnder,
  type ScreenLog,
} from './screen-light';

const { amber, sky } = SCREEN_COLOURS;
const CHEEK: Rgb = [170, 135, 115];
const WALL: Rgb = [183, 177, 166];

describe('noteScreen and litBy', () => {
  const log = [
    [amber, 1000],
    [amber, 1033],
    [sky, 1400],
    [null, 1800],
  ].reduce<ScreenLog>(
    (log, [colour, tMs]) => noteScreen(log, colour as Rgb | null, Number(tMs)),
    [],
  );

  it('light arrives late', () => {
    expect(litBy(log, 1000 + SCREEN_DELAY_MS - 1)).toBeNull();
    const early = noteScreen([], amber, 1000);
    expect(litBy(early, 1000 + SCREEN_DELAY_MS)).toEqual(amber);
    expect(litBy(log, 1400 + SCREEN_DELAY_MS)).toEqual(sky);
    expect(litBy(log, 1800 + SCREEN_DELAY_MS)).toBeNull();
  });

  it('keeps what still matters only', () => {
    expect(log.length).toBeLessThanOrEqual(2);
    expect(litBy(log, 1799)).toEqual(sky);
  });
});

describe('skinGain', () => {
  it('moves a cheek by three to six levels between opposite colours in a normal room', () => {
    const red = CHEEK[0] * (skinGain(amber, 0.05)[0] - skinGain(sky, 0.05)[0]);
    const blue = CHEEK[2] * (skinGain(sky, 0.05)[2] - skinGain(amber, 0.05)[2]);
    expect(red).toBeGreaterThan(3);
    expect(red).toBeLessThan(6);
    expect(blue).toBeGreaterThan(3);
    expect(blue).toBeLessThan(6);
  });

  it('never brightens, and answers nothing where the sun shines', () => {
    for (const name of SCREEN_COLOUR_NAMES) {
      expect(Math.max(...skinGain(SCREEN_COLOURS[name], 0.2))).toBeLessThanOrEqual(1);
      expect(skinGain(SCREEN_COLOURS[name], 0)).toEqual([1, 1, 1]);
    }
  });
});

describe('wallUnder', () => {
  it('leaves a tenth of the answer on the wall', () => {
    const shown = (colour: Rgb | null, i: 0 | 1 | 2) => {
      const gain = skinGain(colour, 0.1);
      return wallUnder(WALL, colour, 0.1, gain)[i] * gain[i];
    };
    const skin = skinGain(amber, 0.1)[0] / skinGain(null, 0.1)[0] - 1;
    const wall = shown(amber, 0) / shown(null, 0) - 1;
    expect(wall / skin).toBeCloseTo(0.1, 6);
  });
});
