import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCREEN_COLOURS } from '@/lib/liveness/colours';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');

type Tokens = ReadonlyMap<string, string>;

function tokensOf(block: string): Tokens {
  const pairs = block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g);
  return new Map(Array.from(pairs, ([, name = '', hex = '']) => [name, hex]));
}

const [, light = '', dark = ''] =
  /^:root \{([\s\S]*?)^\}[\s\S]*?prefers-color-scheme: dark\) \{[^{]*:root:not\(\[data-lit\]\) \{([\s\S]*?)\}/m.exec(
    css,
  ) ?? [];

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, a: string, b: string): number {
  const [hexA, hexB] = [tokens.get(a), tokens.get(b)];
  if (!hexA || !hexB) throw new Error(`no token ${hexA ? b : a}`);
  const [high = 0, low = 0] = [luminance(hexA), luminance(hexB)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Words on grounds: 4.5 : 1 (WCAG 1.4.3). */
const WORDS: readonly (readonly [string, string])[] = [
  ...['paper', 'card', 'sunken'].flatMap((ground) => [
    ['ink', ground] as const,
    ['ink-soft', ground] as const,
    ['accent-ink', ground] as const,
    ['stop-ink', ground] as const,
    ['go-ink', ground] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['accent-ink', 'accent-soft'],
  ['on-go', 'go'],
  ['on-go', 'go-deep'],
  ['go-ink', 'go-soft'],
  ['ink', 'go-soft'],
  ['on-stop', 'stop'],
  ['on-stop', 'stop-deep'],
  ['stop-ink', 'stop-soft'],
];

/** Edges of controls and what marks their state: 3 : 1 (WCAG 1.4.11). */
const MARKS: readonly (readonly [string, string])[] = [
  ['edge', 'card'],
  ['edge', 'paper'],
  ['go', 'card'],
  ['go', 'go-soft'],
  ['stop', 'card'],
  ['ink', 'paper'],
];

it.each(Object.entries(SCREEN_COLOURS))('ink can be read on the screen lit in %s', (_, rgb) => {
  const hex = `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  const tokens = new Map([...tokensOf(light), ['lamp', hex]]);
  expect(contrast(tokens, 'ink', 'lamp')).toBeGreaterThanOrEqual(7);
});

describe.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(dark)],
])('the %s colours', (_, tokens) => {
  it.each(WORDS)('%s can be read on %s', (words, ground) => {
    expect(contrast(tokens, words, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('%s can be made out on %s', (mark, ground) => {
    expect(contrast(tokens, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});
