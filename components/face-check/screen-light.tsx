import { useLayoutEffect } from 'react';
import { SCREEN_COLOURS, type ScreenColour } from '@/lib/liveness/colours';

/**
 * Lights the whole screen behind the words, so that its colour comes back from the face. While
 * it is lit the page keeps its light dress: dark words are readable on every colour.
 */
export function ScreenLight({ colour }: { readonly colour: ScreenColour }) {
  // Before the first coloured frame is painted: white words on amber would flash by.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.lit = '';
    return () => {
      delete dataset.lit;
    };
  }, []);
  const [red, green, blue] = SCREEN_COLOURS[colour];
  return (
    <div
      aria-hidden="true"
      data-screen-colour={colour}
      className="fixed inset-0 -z-10 transition-[background-color] duration-100"
      style={{ backgroundColor: `rgb(${red} ${green} ${blue})` }}
    />
  );
}
