import { describe, expect, it } from 'vitest';
import { IN_THE_MIDDLE, meanLandmarks } from './example-face';
import { poseOf } from './pose';
import { apply } from './similarity';

/**
 * The mean face as a relief (depth in unit boxes: the nose stands out, the jaw lies back),
 * turned in space and seen from afar.
 */
function turned(yawDegrees: number, pitchDegrees: number, rollDegrees: number): Float32Array {
  const yaw = (yawDegrees * Math.PI) / 180;
  const pitch = (pitchDegrees * Math.PI) / 180;
  const roll = (rollDegrees * Math.PI) / 180;
  const flat = meanLandmarks({ a: 1, b: 0, tx: -0.49, ty: -0.4 });
  const landmarks = new Float32Array(136);
  for (let index = 0; index < 68; index += 1) {
    const x = flat[index * 2] ?? 0;
    const y = flat[index * 2 + 1] ?? 0;
    const z = index === 30 ? 0.3 : index >= 27 && index < 36 ? 0.15 : index < 17 ? -0.3 : 0;
    // The own left is the image's right, so positive yaw moves what stands out to +x.
    const turnedX = x * Math.cos(yaw) + z * Math.sin(yaw);
    const depth = z * Math.cos(yaw) - x * Math.sin(yaw);
    const nodded = y * Math.cos(pitch) - depth * Math.sin(pitch);
    const cos = Math.cos(roll);
    const sin = Math.sin(roll);
    const point = apply(IN_THE_MIDDLE, {
      x: turnedX * cos - nodded * sin,
      y: turnedX * sin + nodded * cos,
    });
    landmarks.set([point.x, point.y], index * 2);
  }
  return landmarks;
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;

describe('poseOf', () => {
  it('is zero from the front', () => {
    const pose = poseOf(turned(0, 0, 0));
    expect(degrees(pose.yaw)).toBeCloseTo(0, 0);
    expect(Math.abs(degrees(pose.pitch))).toBeLessThan(2);
    expect(degrees(pose.roll)).toBeCloseTo(0, 1);
  });

  it.each([-35, -20, -10, 10, 20, 35])('reads %i° of yaw to within 6°', (yaw) => {
    expect(Math.abs(degrees(poseOf(turned(yaw, 0, 0)).yaw) - yaw)).toBeLessThan(6);
  });

  it.each([-20, 20])('reads the sign of %i° of pitch', (pitch) => {
    const measured = degrees(poseOf(turned(0, pitch, 0)).pitch);
    expect(Math.sign(measured)).toBe(Math.sign(pitch));
    expect(Math.abs(measured - pitch)).toBeLessThan(10);
  });

  it.each([-30, 15, 30])('does not take %i° of roll for a turn', (roll) => {
    const pose = poseOf(turned(0, 0, roll));
    expect(degrees(pose.roll)).toBeCloseTo(roll, 0);
    expect(Math.abs(degrees(pose.yaw))).toBeLessThan(2);
  });

  it('still reads a turn when the head leans too', () => {
    expect(Math.abs(degrees(poseOf(turned(25, 0, 20)).yaw) - 25)).toBeLessThan(10);
  });
});
