import { C } from './palette';
import { Shadow, Steam } from './tableware';

const PEARLS = [
  [76, 150],
  [89, 153],
  [102, 151],
  [115, 153],
  [126, 149],
  [82, 140],
  [96, 142],
  [110, 141],
  [121, 139],
] as const;

export function MilkTea() {
  return (
    <>
      <rect width="200" height="200" fill={C.blush} />
      <Shadow rx={44} />
      <path d="M112 60 124 18" stroke={C.terracotta} strokeWidth="9" strokeLinecap="round" />
      <path d="M54 66h92l-12 92c-1 6-4 8-10 8H76c-6 0-9-2-10-8z" fill={C.porcelain} opacity=".75" />
      <path d="M58 84h84l-9 72c-1 4-3 6-8 6H75c-5 0-7-2-8-6z" fill={C.doughShade} />
      <path d="M58 84h84l-2 16c-14 12-26-4-40 2s-28 8-40-2z" fill={C.cream} />
      <path d="M126 84h16l-9 72c-1 4-3 6-8 6h-10c8-20 12-50 11-78z" fill={C.crust} opacity=".28" />
      <g fill={C.cocoa}>
        {PEARLS.map(([x, y]) => (
          <circle key={`${x}${y}`} cx={x} cy={y} r="6" />
        ))}
      </g>
      <path d="M50 58c0-5 3-8 8-8h84c5 0 8 3 8 8v8H50z" fill={C.porcelain} />
      <path d="M50 62h100v5H50z" fill={C.porcelainShade} />
      <path
        d="m68 98 6 40"
        stroke={C.porcelain}
        strokeWidth="5"
        strokeLinecap="round"
        opacity=".8"
      />
    </>
  );
}

export function Coffee() {
  return (
    <>
      <rect width="200" height="200" fill={C.sand} />
      <Steam x={84} y={66} />
      <Shadow rx={76} cy={170} />
      <ellipse cx="98" cy="156" rx="72" ry="15" fill={C.porcelainShade} />
      <ellipse cx="98" cy="152" rx="72" ry="15" fill={C.porcelain} />
      <path d="M144 96c26-8 34 34-6 38" fill="none" stroke={C.porcelain} strokeWidth="11" />
      <path d="M46 86h104c0 40-18 66-40 68H86c-22-2-40-28-40-68z" fill={C.porcelain} />
      <path d="M132 88c0 34-10 56-26 66h4c22-2 40-28 40-66z" fill={C.porcelainShade} />
      <ellipse cx="98" cy="86" rx="52" ry="15" fill={C.porcelainShade} />
      <ellipse cx="98" cy="87" rx="45" ry="11.5" fill={C.brown} />
      <path
        d="M98 96c-14-4-24-12-12-16 6-2 11 1 12 4 1-3 6-6 12-4 12 4 2 12-12 16z"
        fill={C.dough}
      />
      <path d="M40 160c8-10 22-8 26 0-8 6-18 6-26 0z" fill={C.doughShade} />
    </>
  );
}

export function Lemonade() {
  return (
    <>
      <rect width="200" height="200" fill={C.mint} />
      <Shadow rx={42} />
      <path d="M92 58 78 18" stroke={C.teal} strokeWidth="8" strokeLinecap="round" />
      <path d="M58 50h84l-8 108c0 6-4 8-10 8H76c-6 0-10-2-10-8z" fill={C.porcelain} opacity=".8" />
      <path d="M61 72h78l-6 84c0 4-3 6-8 6H75c-5 0-8-2-8-6z" fill={C.lemon} />
      <path d="M122 72h17l-6 84c0 4-3 6-8 6h-12c6-24 10-56 9-90z" fill={C.marigold} opacity=".45" />
      <g fill={C.porcelain} opacity=".75">
        <rect x="70" y="78" width="24" height="24" rx="5" transform="rotate(-12 82 90)" />
        <rect x="102" y="84" width="22" height="22" rx="5" transform="rotate(16 113 95)" />
        <rect x="82" y="108" width="20" height="20" rx="5" transform="rotate(8 92 118)" />
      </g>
      <path d="M76 124c10-14 22-14 30-6-6 12-20 16-30 6z" fill={C.leaf} />
      <path d="M104 132c4-12 16-16 24-10-2 12-14 18-24 10z" fill={C.herb} />
      <g transform="translate(140 52)">
        <circle r="25" fill={C.marigold} />
        <circle r="21" fill={C.cream} />
        {[0, 60, 120, 180, 240, 300].map((turn) => (
          <path
            key={turn}
            d="M0-3-8-14a16 16 0 0 1 16 0z"
            fill={C.lemon}
            transform={`rotate(${turn})`}
          />
        ))}
      </g>
    </>
  );
}
