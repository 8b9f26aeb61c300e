import { C } from './palette';
import { Plate, Shadow } from './tableware';

const SEEDS = [
  [-14, -12],
  [-2, -20],
  [12, -14],
  [-20, 2],
  [-6, -4],
  [8, 0],
  [20, -2],
  [-12, 14],
  [2, 14],
  [15, 13],
] as const;

function SesameRound({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="31" fill={C.marigold} />
      <path d="M8-30A31 31 0 0 1 4 31C26 18 28-14 8-30z" fill={C.amber} opacity=".7" />
      <g fill={C.cream}>
        {SEEDS.map(([sx, sy]) => (
          <ellipse
            key={`${sx}${sy}`}
            cx={sx}
            cy={sy}
            rx="3.4"
            ry="2"
            transform={`rotate(${sx * 5} ${sx} ${sy})`}
          />
        ))}
      </g>
    </g>
  );
}

export function SesameBall() {
  return (
    <>
      <rect width="200" height="200" fill={C.lilac} />
      <Shadow rx={78} cy={172} />
      <Plate />
      <SesameRound x={100} y={84} />
      <SesameRound x={66} y={126} />
      <g transform="translate(136 127)">
        <circle r="31" fill={C.amber} />
        <path d="M-22-20A30 30 0 0 0-18 24C-2 30 8 14 6 0S-8-22-22-20z" fill={C.dough} />
        <path d="M-18-10c-6 8-4 20 2 24 8 2 12-6 10-14s-6-12-12-10z" fill={C.cocoa} />
        <g fill={C.cream}>
          <ellipse cx="14" cy="-16" rx="3.4" ry="2" transform="rotate(30 14 -16)" />
          <ellipse cx="20" cy="2" rx="3.4" ry="2" />
          <ellipse cx="13" cy="16" rx="3.4" ry="2" transform="rotate(-30 13 16)" />
        </g>
      </g>
    </>
  );
}

export function MangoPudding() {
  return (
    <>
      <rect width="200" height="200" fill={C.sky} />
      <Shadow rx={78} cy={172} />
      <Plate />
      <ellipse cx="100" cy="148" rx="54" ry="11" fill={C.amber} opacity=".55" />
      <path d="M62 84h76l12 58c-16 12-84 12-100 0z" fill={C.marigold} />
      <path d="M118 84h20l12 58c-8 6-22 8-36 9 10-18 12-44 4-67z" fill={C.amber} opacity=".65" />
      <ellipse cx="100" cy="84" rx="38" ry="11" fill={C.lemon} />
      <path
        d="M70 84c2 12 6 16 10 14s2-8 8-6 4 18 10 18 4-14 10-14 6 8 11 6 9-8 11-18z"
        fill={C.cream}
      />
      <ellipse cx="100" cy="82" rx="31" ry="8" fill={C.cream} />
      <g fill={C.marigold}>
        <rect x="84" y="66" width="15" height="15" rx="3" transform="rotate(-14 91 73)" />
        <rect x="101" y="68" width="14" height="14" rx="3" transform="rotate(18 108 75)" />
      </g>
      <rect
        x="92"
        y="56"
        width="14"
        height="14"
        rx="3"
        fill={C.amber}
        transform="rotate(8 99 63)"
      />
      <path d="M104 58c4-16 16-22 28-18-2 14-14 22-28 18z" fill={C.leaf} />
      <path d="M100 60c-6-12-18-16-26-10 4 10 14 16 26 10z" fill={C.herb} />
    </>
  );
}
