import { C } from './palette';
import { Plate, Shadow, Steam } from './tableware';

function Dumpling({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M-27 14c-2-20 10-32 27-32s29 12 27 32c-14 7-40 7-54 0z" fill={C.cream} />
      <path
        d="M8-17c12 4 20 14 19 31-6 3-13 4-20 5 8-10 8-24 1-36z"
        fill={C.doughShade}
        opacity=".55"
      />
      <g fill="none" stroke={C.doughShade} strokeWidth="3" strokeLinecap="round">
        <path d="M0-17c-6 5-9 11-10 18M0-17c-12 3-17 9-19 15M0-17c3 6 4 11 3 18M0-17c8 3 13 8 15 15" />
      </g>
      <circle cy="-17" r="4" fill={C.dough} />
    </g>
  );
}

export function Dumplings() {
  return (
    <>
      <rect width="200" height="200" fill={C.mint} />
      <Steam x={88} y={58} />
      <Shadow rx={72} cy={170} />
      <path d="M28 112h144v40c0 10-30 18-72 18s-72-8-72-18z" fill={C.amber} />
      <path d="M28 126c16 12 128 12 144 0v9c-16 12-128 12-144 0z" fill={C.crust} />
      <ellipse cx="100" cy="112" rx="72" ry="22" fill={C.crust} />
      <ellipse cx="100" cy="110" rx="65" ry="18" fill={C.doughShade} />
      <Dumpling x={78} y={92} />
      <Dumpling x={124} y={92} />
      <Dumpling x={58} y={106} />
      <Dumpling x={143} y={106} />
      <Dumpling x={101} y={111} />
    </>
  );
}

export function RoastChicken() {
  return (
    <>
      <rect width="200" height="200" fill={C.sand} />
      <Shadow rx={78} cy={172} />
      <Plate />
      <g fill={C.leaf}>
        <path d="M24 148c4-18 20-26 36-20-2 16-16 26-36 20z" />
        <path d="M176 148c-4-18-20-26-36-20 2 16 16 26 36 20z" />
      </g>
      <path d="M46 138c-6-44 20-78 56-78s62 32 54 78c-24 14-86 14-110 0z" fill={C.amber} />
      <path
        d="M112 61c32 4 52 34 44 77-12 7-32 10-52 10 30-18 34-58 8-87z"
        fill={C.crust}
        opacity=".65"
      />
      <path
        d="M72 84c10-12 24-14 34-10"
        fill="none"
        stroke={C.lemon}
        strokeWidth="6"
        strokeLinecap="round"
        opacity=".8"
      />
      <g>
        <path d="M62 138c-14-16-6-40 18-40 20 0 26 22 14 36-10 10-22 12-32 4z" fill={C.crust} />
        <path d="m66 136-20 14" stroke={C.cream} strokeWidth="8" strokeLinecap="round" />
        <circle cx="43" cy="148" r="6" fill={C.cream} />
        <circle cx="47" cy="154" r="6" fill={C.cream} />
      </g>
      <g>
        <path d="M142 138c14-16 6-40-18-40-20 0-26 22-14 36 10 10 22 12 32 4z" fill={C.crust} />
        <path d="m138 136 20 14" stroke={C.cream} strokeWidth="8" strokeLinecap="round" />
        <circle cx="161" cy="148" r="6" fill={C.cream} />
        <circle cx="157" cy="154" r="6" fill={C.cream} />
      </g>
      <circle cx="100" cy="152" r="9" fill={C.lemon} />
      <circle cx="100" cy="152" r="5.5" fill={C.cream} />
    </>
  );
}

export function Burger() {
  return (
    <>
      <rect width="200" height="200" fill={C.mint} />
      <Shadow rx={66} />
      <path d="M40 140h120v8c0 12-8 18-20 18H60c-12 0-20-6-20-18z" fill={C.amber} />
      <path d="M40 140h120v6H40z" fill={C.dough} />
      <rect x="34" y="118" width="132" height="24" rx="12" fill={C.brown} />
      <path d="M38 112h124l-20 12-14 12-16-12z" fill={C.marigold} />
      <path
        d="M34 110c8-12 16 4 24-4s16-8 24 0 14 6 22 0 16-6 24 2 16 0 24-6l14 8c-2 10-10 8-18 6s-16 4-24 0-18 4-26 0-18 4-26 0-18 4-24 0-14-2-14-6z"
        fill={C.leaf}
      />
      <rect x="42" y="94" width="116" height="12" rx="6" fill={C.terracotta} />
      <path d="M38 96c0-34 26-54 62-54s62 20 62 54z" fill={C.marigold} />
      <path d="M124 46c24 8 38 26 38 50h-26c4-20 0-38-12-50z" fill={C.amber} opacity=".7" />
      <g fill={C.cream}>
        {[
          [72, 66, -20],
          [96, 56, 10],
          [120, 66, 24],
          [86, 78, 0],
          [110, 80, -14],
          [60, 82, -30],
        ].map(([x, y, turn]) => (
          <ellipse key={x} cx={x} cy={y} rx="5" ry="2.8" transform={`rotate(${turn} ${x} ${y})`} />
        ))}
      </g>
    </>
  );
}

const FRIES = [
  [62, 58, -10],
  [76, 44, -6],
  [90, 52, -2],
  [104, 40, 3],
  [118, 50, 5],
  [132, 58, 10],
  [70, 66, -3],
  [97, 60, 0],
  [124, 68, 4],
] as const;

export function Fries() {
  return (
    <>
      <rect width="200" height="200" fill={C.sky} />
      <Shadow rx={50} />
      {FRIES.map(([x, y, turn], i) => (
        <rect
          key={x}
          x={x - 6}
          y={y}
          width="13"
          height="84"
          rx="3"
          fill={i < 6 ? C.marigold : C.lemon}
          transform={`rotate(${turn} ${x} 150)`}
        />
      ))}
      <path
        d="M48 92c10 16 24 22 52 22s42-6 52-22l-10 66c-1 6-4 8-10 8H68c-6 0-9-2-10-8z"
        fill={C.terracotta}
      />
      <path d="M152 92c-4 7-10 13-18 16l-10 58h8c6 0 9-2 10-8z" fill={C.brick} opacity=".6" />
      <circle cx="98" cy="140" r="15" fill={C.cream} />
      <path
        d="M91 137v1M105 137v1M90 143c4 6 12 6 16 0"
        fill="none"
        stroke={C.brick}
        strokeWidth="3.4"
        strokeLinecap="round"
      />
    </>
  );
}
