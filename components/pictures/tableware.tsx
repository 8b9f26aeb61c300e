import { C } from './palette';

/** What things stand on: without it they would float. */
export function Shadow({ cy = 168, rx = 66 }: { readonly cy?: number; readonly rx?: number }) {
  return <ellipse cx="100" cy={cy} rx={rx} ry="8" fill={C.cocoa} opacity=".14" />;
}

/** A bowl seen a little from above; its filling is drawn into the rim at y ≈ 98. */
export function Bowl({ colour, band }: { readonly colour: string; readonly band: string }) {
  return (
    <>
      <path d="M32 98c0 42 26 66 54 68h28c28-2 54-26 54-68z" fill={colour} />
      <path d="M35 116c2 7 4 13 7 18h116c3-5 5-11 7-18z" fill={band} />
      <path d="M168 98c0 42-26 66-54 68h-14c30-8 46-32 48-68z" fill={C.cocoa} opacity=".1" />
    </>
  );
}

/** A plate seen a little from above. */
export function Plate({ cy = 150 }: { readonly cy?: number }) {
  return (
    <>
      <ellipse cx="100" cy={cy + 5} rx="80" ry="20" fill={C.porcelainShade} />
      <ellipse cx="100" cy={cy} rx="80" ry="20" fill={C.porcelain} />
      <ellipse cx="100" cy={cy} rx="56" ry="12" fill={C.porcelainShade} opacity=".7" />
    </>
  );
}

export function Steam({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <path
      d={`M${x} ${y}c-8-10 8-16 0-28M${x + 22} ${y - 6}c-8-10 8-16 0-28`}
      fill="none"
      stroke={C.porcelain}
      strokeWidth="6"
      strokeLinecap="round"
    />
  );
}
