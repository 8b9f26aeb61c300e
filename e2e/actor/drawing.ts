import {
  calmMind,
  follow,
  seeded,
  smileAt,
  swayAt,
  turnAt,
  type Mind,
  type Prompt,
} from './acting';
import type { FaceName } from './cast';
import type { Pictures } from './pictures';
import type { Beat, Role, Scene } from './scene';

/** One person in the frame, with what they have taken in so far. */
interface Player {
  readonly role: Role;
  readonly pictures: Pictures;
  readonly phase: number;
  readonly random: () => number;
  mind: Mind;
}

type Context = CanvasRenderingContext2D;

const NOISE_TILE = 256;

/** Draws a scene frame by frame. The clock is the caller's, so that a film can be made too. */
export class Drawing {
  private readonly players: readonly Player[];
  private readonly grain: HTMLCanvasElement;
  private readonly random: () => number;

  constructor(
    private readonly context: Context,
    private readonly scene: Scene,
    pictures: ReadonlyMap<FaceName, Pictures>,
  ) {
    this.random = seeded(scene.seed);
    this.players = scene.people.map((role, i): Player => {
      const own = pictures.get(role.face);
      if (!own) throw new Error(`no pictures of ${role.face}`);
      const random = seeded(scene.seed * 31 + i + 1);
      return { role, pictures: own, phase: random(), random, mind: calmMind() };
    });
    this.grain = noiseTile(scene.noise, seeded(scene.seed + 7));
  }

  /** @param prompt what the page asks for at this moment. */
  draw(prompt: Prompt, tMs: number): void {
    const { context, scene } = this;
    const { width, height } = context.canvas;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = '#b7b1a6';
    context.fillRect(0, 0, width, height);
    for (const player of this.players) {
      perceive(
        player,
        player.role.follows === 'prompts' ? prompt : filmed(player.role.follows, tMs),
        tMs,
      );
      drawPlayer(context, player, tMs);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
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

function perceive(player: Player, prompt: Prompt, tMs: number): void {
  const { reactionMs, jitterMs, follows } = player.role;
  const fresh = prompt !== player.mind.seen && follows === 'prompts';
  const delayMs = fresh ? Math.max(reactionMs + jitterMs * (2 * player.random() - 1), 0) : 0;
  player.mind = follow(player.mind, prompt, tMs, delayMs);
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

function drawPlayer(context: Context, { role, pictures, phase, mind }: Player, tMs: number): void {
  const picture = pictureOf(pictures, smileAt(mind.acting, tMs), turnAt(mind.acting, tMs));
  const sway = swayAt(tMs, phase, role.sway);
  const { width, height } = context.canvas;
  const scale = role.scale * sway.scale;
  // About the neck: a person sways from the feet, and the shoulders stay at the frame's edge.
  const [pivotX, pivotY] = [width / 2, height];
  const cos = Math.cos(sway.roll) * scale;
  const sin = Math.sin(sway.roll) * scale;
  context.setTransform(cos, sin, -sin, cos, pivotX + role.x + sway.x, pivotY + role.y + sway.y);
  context.drawImage(picture, -pivotX, -pivotY);
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

function lightUp(context: Context, light: number): void {
  if (light === 1) return;
  context.globalCompositeOperation = light < 1 ? 'source-over' : 'lighter';
  const shade = Math.abs(1 - light);
  context.fillStyle = light < 1 ? `rgb(0 0 0 / ${shade})` : `rgb(255 255 255 / ${shade * 0.5})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalCompositeOperation = 'source-over';
}

/** Grains of black and white whose strength gives the deviation on a mid grey. */
function noiseTile(deviation: number, random: () => number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = NOISE_TILE;
  tile.height = NOISE_TILE;
  const context = tile.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  const pixels = context.createImageData(NOISE_TILE, NOISE_TILE);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const grain = random() + random() + random() - 1.5;
    pixels.data.fill(grain > 0 ? 255 : 0, i, i + 3);
    pixels.data[i + 3] = Math.abs(grain) * deviation * 4;
  }
  context.putImageData(pixels, 0, 0);
  return tile;
}
