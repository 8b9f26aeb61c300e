import type { ScreenColour } from '@/lib/liveness/colours';
import { SCREEN_COLOURS } from '@/lib/liveness/colours';
import type { StepKind } from '@/lib/liveness/step-kinds';

/** What the page shows while a face check runs: the actors follow it, and skin shines with it. */
export function showOnPage(prompt: StepKind | null, colour: ScreenColour | null): void {
  const backdrop = document.body;
  backdrop.dataset.faceCheck = '';
  backdrop.dataset.prompt = prompt ?? 'none';
  if (colour === null) delete backdrop.dataset.screenColour;
  else backdrop.dataset.screenColour = colour;
  const [red, green, blue] = colour ? SCREEN_COLOURS[colour] : [255, 255, 255];
  backdrop.style.backgroundColor = `rgb(${red} ${green} ${blue})`;
}
