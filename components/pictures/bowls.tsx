import { C } from './palette';
import { Bowl, Shadow, Steam } from './tableware';

export function NoodleSoup() {
  return (
    <>
      <rect width="200" height="200" fill={C.sand} />
      <Steam x={64} y={66} />
      <Shadow rx={52} />
      <Bowl colour={C.terracotta} band={C.brick} />
      <ellipse cx="100" cy="98" rx="68" ry="22" fill={C.brick} />
      <ellipse cx="100" cy="99" rx="61" ry="18" fill={C.amber} />
      <g fill="none" stroke={C.dough} strokeWidth="5" strokeLinecap="round">
        <path d="M50 98c10-10 18 8 28 0s16-10 26-2" />
        <path d="M56 106c12-8 18 6 30 0s18-6 26 0" />
        <path d="M66 90c10-6 18 4 28-2" />
        <path d="M92 110c12 4 24 2 34-2" />
      </g>
      <ellipse cx="128" cy="95" rx="21" ry="11" fill={C.porcelain} />
      <ellipse cx="129" cy="95" rx="11" ry="6.5" fill={C.marigold} />
      <g fill={C.leaf}>
        <circle cx="80" cy="93" r="3.5" />
        <circle cx="96" cy="105" r="3.5" />
        <circle cx="67" cy="101" r="3" />
        <circle cx="106" cy="90" r="3" />
        <circle cx="112" cy="110" r="3" />
      </g>
      <g stroke={C.brown} strokeWidth="5" strokeLinecap="round">
        <path d="M112 92 172 34" />
        <path d="M122 96 184 44" />
      </g>
    </>
  );
}

export function FriedRice() {
  return (
    <>
      <rect width="200" height="200" fill={C.blush} />
      <Shadow rx={52} />
      <path d="M40 100c4-38 32-58 60-58s56 20 60 58z" fill={C.dough} />
      <path d="M112 43c26 6 44 26 48 57h-30c2-24-4-44-18-57z" fill={C.doughShade} opacity=".6" />
      <g fill={C.porcelain}>
        {[
          [70, 70],
          [92, 54],
          [118, 62],
          [58, 88],
          [84, 84],
          [108, 82],
          [134, 84],
          [100, 68],
        ].map(([x, y]) => (
          <ellipse key={`${x}-${y}`} cx={x} cy={y} rx="5" ry="2.6" />
        ))}
      </g>
      <g fill={C.leaf}>
        <circle cx="80" cy="62" r="5" />
        <circle cx="112" cy="72" r="5" />
        <circle cx="66" cy="80" r="5" />
        <circle cx="144" cy="92" r="5" />
        <circle cx="96" cy="92" r="5" />
      </g>
      <g fill={C.terracotta}>
        <rect x="90" y="72" width="9" height="9" rx="2" transform="rotate(20 94 76)" />
        <rect x="124" y="70" width="9" height="9" rx="2" transform="rotate(-15 128 74)" />
        <rect x="72" y="90" width="8" height="8" rx="2" transform="rotate(30 76 94)" />
        <rect x="116" y="90" width="8" height="8" rx="2" />
      </g>
      <g fill={C.lemon}>
        <rect x="102" y="48" width="14" height="7" rx="3" transform="rotate(18 108 52)" />
        <rect x="52" y="92" width="13" height="6" rx="3" transform="rotate(-18 58 95)" />
        <rect x="128" y="98" width="13" height="6" rx="3" />
      </g>
      <Bowl colour={C.teal} band={C.tealDeep} />
      <path d="M32 98h136v6H33z" fill={C.porcelain} opacity=".85" />
    </>
  );
}

const LEAVES = [
  ['M46 98c-8-28 8-46 30-44 10 18 6 36-4 46z', C.herb],
  ['M78 96c-12-30 6-56 28-56 14 22 10 44-4 58z', C.leaf],
  ['M112 98c-4-30 14-48 38-44 6 20-2 38-14 46z', C.herb],
  ['M62 100c2-20 20-32 38-24 4 12 2 20-4 26z', C.forest],
  ['M104 102c6-16 24-24 44-16-2 10-8 14-16 16z', C.leaf],
] as const;

export function GreenSalad() {
  return (
    <>
      <rect width="200" height="200" fill={C.sky} />
      <Shadow rx={52} />
      {LEAVES.map(([d, fill]) => (
        <path key={d} d={d} fill={fill} />
      ))}
      <g fill="none" stroke={C.cream} strokeWidth="2.5" strokeLinecap="round" opacity=".7">
        <path d="M72 62c-8 12-10 22-8 34M102 48c-8 14-10 30-8 44M146 60c-12 10-18 22-20 34" />
      </g>
      <circle cx="62" cy="92" r="14" fill={C.terracotta} />
      <circle cx="57" cy="87" r="4" fill={C.blush} />
      <circle cx="142" cy="94" r="13" fill={C.terracotta} />
      <circle cx="138" cy="89" r="3.5" fill={C.blush} />
      <circle cx="104" cy="92" r="16" fill={C.leaf} />
      <circle cx="104" cy="92" r="12.5" fill={C.mint} />
      <g fill={C.herb}>
        <ellipse cx="104" cy="85" rx="2" ry="3.4" />
        <ellipse cx="104" cy="99" rx="2" ry="3.4" />
        <ellipse cx="97" cy="92" rx="3.4" ry="2" />
        <ellipse cx="111" cy="92" rx="3.4" ry="2" />
      </g>
      <Bowl colour={C.porcelain} band={C.porcelainShade} />
      <path d="M35 116c2 7 4 13 7 18h116c3-5 5-11 7-18z" fill={C.teal} opacity=".85" />
    </>
  );
}
