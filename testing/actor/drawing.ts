import type { Rgb } from '@/lib/liveness/colours';
import {
  calmMind,
  follow,
  seeded,
  smileAt,
  swayAt,
  turnAt,
  type Mind,
  type Sway,
  type Prompt,
} from './acting';
import type { FaceName } from './cast';
import { NOISE_TILE, noiseTile } from './grain';
import type { Pictures } from './pictures';
import { STRIPS, stripsAt } from './paper';
import { litBy, noteScreen, type ScreenLog } from './screen-light';
import { everybody, type Beat, type PaperMotion, type Role, type Scene } from './scene';
import { tremorAt, type Tremor } from './tremor';
import { Wall } from './wall';

/** One person in the frame, with what they have taken in so far. */
interface Player {
  readonly role: Role;
  readonly pictures: Pictures;
  readonly phase: number;
  readonly seed: number;
  readonly random: () => number;
  mind: Mind;
}

type Context = CanvasRenderingContext2D;

const WALL: Rgb = [183, 177, 166];
/** The wall in the photo, a little darker than the one behind it. */
const PAPER = '#9c9a94';

/** Draws a scene frame by frame. The clock is the caller's, so that a film can be made too. */
export class Drawing {
  private players: readonly Player[];
  private readonly understudies: readonly Player[];
  private readonly grain: HTMLCanvasElement;
  private readonly random: () => number;
  private readonly wall: Wall;
  private screen: ScreenLog = [];

  constructor(
    private readonly context: Context,
    private readonly scene: Scene,
    pictures: ReadonlyMap<FaceName, Pictures>,
  ) {
    this.random = seeded(scene.seed);
    const players = everybody(scene).map((role, i) => playerOf(role, pictures, scene.seed + i));
    this.players = players.slice(0, scene.people.length);
    this.understudies = players.slice(scene.people.length);
    this.wall = new Wall(WALL, scene.screenLight, seeded(scene.seed + 11));
    this.grain = noiseTile(scene.noise, seeded(scene.seed + 7));
  }

  /**
   * @param prompt what the page asks for at this moment.
   * @param colour what its screen shines with.
   */
  draw(prompt: Prompt, colour: Rgb | null, tMs: number): void {
    const { context, scene } = this;
    const { width, height } = context.canvas;
    if (prompt === scene.swap?.at) this.players = this.understudies;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    this.screen = noteScreen(this.screen, colour, tMs);
    this.wall.light(litBy(this.screen, tMs));
    context.fillStyle = this.wall.paint(context);
    context.fillRect(0, 0, width, height);
    for (const player of this.players) {
      const { follows, filmFromMs } = player.role;
      const cue = follows === 'prompts' ? prompt : filmed(follows, tMs + filmFromMs);
      perceive(player, cue, tMs);
      drawPlayer(context, player, tMs);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    shineOn(context, this.wall.gain);
    lightUp(context, scene.light);
    if (scene.noise > 0) this.drawGrain();
  }

  /** The tile lies elsewhere on every frame, so that no two frames are the same. */
  private drawGrain(): void {
    const { width, height } = this.context.canvas;
    const left = -Math.floor(this.random() * NOISE_TILE);
    const top = -Math.floor(this.random() * NOISE_TILE);
    for (let y = top; y < height; y += NOISE_TILE) {
      for (let x = left; x < width; x += NOISE_TILE) this.context.drawImage(this.grain, x, y);
    }
  }
}

function playerOf(role: Role, pictures: ReadonlyMap<FaceName, Pictures>, seed: number): Player {
  const own = pictures.get(role.face);
  if (!own) throw new Error(`no pictures of ${role.face}`);
  const random = seeded(seed * 31 + 1);
  return { role, pictures: own, seed, phase: random(), random, mind: calmMind() };
}

function perceive(player: Player, prompt: Prompt, tMs: number): void {
  const { reactionMs, jitterMs, follows, pace } = player.role;
  const fresh = prompt !== player.mind.seen && follows === 'prompts';
  const delayMs = fresh ? Math.max(reactionMs + jitterMs * (2 * player.random() - 1), 0) : 0;
  player.mind = follow(player.mind, prompt, tMs, delayMs, pace);
}

function filmed(film: readonly Beat[], tMs: number): Prompt {
  const length = film.reduce((sum, { lastsMs }) => sum + lastsMs, 0);
  let left = tMs % length;
  for (const { prompt, lastsMs } of film) {
    if (left < lastsMs) return prompt;
    left -= lastsMs;
  }
  return 'none';
}

function drawPlayer(context: Context, player: Player, tMs: number): void {
  const { role, pictures, phase, seed, mind } = player;
  const picture = pictureOf(pictures, smileAt(mind.acting, tMs), turnAt(mind.acting, tMs));
  if (role.as === 'person') {
    const sway = shaken(swayAt(tMs, phase, role.sway), tremorAt(tMs, seed), role.tremor);
    drawPerson(context, picture, role, sway);
  } else drawPaper(context, picture, role.as, tMs + phase * 1000);
}

function shaken({ x, y, roll, scale }: Sway, tremor: Tremor, amount: number): Sway {
  return {
    x: x + tremor.x * amount,
    y: y + tremor.y * amount,
    roll: roll + tremor.roll * amount * 0.002,
    scale,
  };
}

/** About the neck: a person sways from the feet, and the shoulders stay at the frame's edge. */
function drawPerson(context: Context, picture: ImageBitmap, role: Role, sway: Sway): void {
  const { width, height } = context.canvas;
  const scale = role.scale * sway.scale;
  const cos = Math.cos(sway.roll) * scale;
  const sin = Math.sin(sway.roll) * scale;
  const [x, y] = [width / 2 + role.x + sway.x, height + role.y + sway.y];
  context.setTransform(cos, sin, -sin, cos, x, y);
  context.drawImage(picture, -width / 2, -height);
}

function drawPaper(context: Context, picture: ImageBitmap, as: PaperMotion, tMs: number): void {
  const { width, height } = context.canvas;
  const sheet = printed(picture);
  const slice = sheet.width / STRIPS;
  stripsAt(as, tMs, [width / 2, height / 2]).forEach((strip, i) => {
    const [left, top] = [strip.x - strip.width / 2, strip.y - strip.height / 2];
    // A pixel over the next strip, which hides it: no seam shows.
    const over = i + 1 < STRIPS ? 1 : 0;
    const part = slice * (1 + over / strip.width);
    const [w, h] = [strip.width + over, strip.height];
    context.drawImage(sheet, i * slice, 0, part, sheet.height, left, top, w, h);
  });
}

const prints = new WeakMap<ImageBitmap, HTMLCanvasElement>();

/** A picture on paper: nothing shows through. */
function printed(picture: ImageBitmap): HTMLCanvasElement {
  const known = prints.get(picture);
  if (known) return known;
  const sheet = document.createElement('canvas');
  sheet.width = picture.width;
  sheet.height = picture.height;
  const context = sheet.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2d canvas');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(picture, 0, 0);
  prints.set(picture, sheet);
  return sheet;
}

function pictureOf(pictures: Pictures, smile: number, turn: number): ImageBitmap {
  const [list, part] =
    Math.abs(turn) > smile
      ? [turn > 0 ? pictures.left : pictures.right, Math.abs(turn)]
      : [pictures.smile, smile];
  const picture = list[Math.round(part * (list.length - 1))];
  if (!picture) throw new Error('an empty reel');
  return picture;
}

/** The light of the screen on everything; the wall is painted so that it gets less. */
function shineOn(context: Context, [red, green, blue]: Rgb): void {
  if (red === 1 && green === 1 && blue === 1) return;
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = `rgb(${red * 255} ${green * 255} ${blue * 255})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalCompositeOperation = 'source-over';
}

function lightUp(context: Context, light: number): void {
  if (light === 1) return;
  context.globalCompositeOperation = light < 1 ? 'source-over' : 'lighter';
  const shade = Math.abs(1 - light);
  context.fillStyle = light < 1 ? `rgb(0 0 0 / ${shade})` : `rgb(255 255 255 / ${shade * 0.5})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalCompositeOperation = 'source-over';
}
