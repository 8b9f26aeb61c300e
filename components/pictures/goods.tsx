import { C } from './palette';
import { Shadow } from './tableware';

export function EnamelMug() {
  return (
    <>
      <rect width="200" height="200" fill={C.sand} />
      <Shadow rx={56} />
      <path
        d="M134 82c36-8 40 48-2 50"
        fill="none"
        stroke={C.tealDeep}
        strokeWidth="11"
        strokeLinecap="round"
      />
      <path d="M46 62h96v88c0 10-6 16-16 16H62c-10 0-16-6-16-16z" fill={C.porcelain} />
      <path d="M120 62h22v88c0 10-6 16-16 16h-18c10-12 12-60 12-104z" fill={C.porcelainShade} />
      <ellipse cx="94" cy="62" rx="50" ry="12" fill={C.tealDeep} />
      <ellipse cx="94" cy="63" rx="43" ry="8.5" fill={C.cocoa} opacity=".55" />
      <circle cx="88" cy="116" r="25" fill={C.marigold} />
      <path
        d="M79 110v3M97 110v3M76 120c5 10 19 10 24 0"
        fill="none"
        stroke={C.cocoa}
        strokeWidth="4.6"
        strokeLinecap="round"
      />
    </>
  );
}

export function TeaTin() {
  return (
    <>
      <rect width="200" height="200" fill={C.mint} />
      <Shadow rx={52} cy={170} />
      <rect x="52" y="58" width="96" height="110" rx="8" fill={C.forest} />
      <path d="M122 58h18c5 0 8 3 8 8v94c0 5-3 8-8 8h-18z" fill={C.cocoa} opacity=".2" />
      <path
        d="M48 52c0-14 16-22 52-22s52 8 52 22v10c0 3-2 5-5 5H53c-3 0-5-2-5-5z"
        fill={C.marigold}
      />
      <path d="M124 32c18 3 28 10 28 20v10c0 3-2 5-5 5h-23z" fill={C.amber} opacity=".6" />
      <rect x="90" y="22" width="20" height="10" rx="5" fill={C.amber} />
      <rect x="64" y="84" width="72" height="66" rx="6" fill={C.cream} />
      <path d="M100 134c-22-4-26-26-10-38 12 8 16 24 10 38z" fill={C.leaf} />
      <path d="M100 134c-4-18 6-32 24-34 4 18-6 32-24 34z" fill={C.herb} />
      <path d="M100 134c-2 4-3 6-3 9" stroke={C.forest} strokeWidth="3.5" strokeLinecap="round" />
    </>
  );
}

export function Notebook() {
  return (
    <>
      <rect width="200" height="200" fill={C.blush} />
      <Shadow rx={58} cy={174} />
      <g transform="rotate(-6 100 100)">
        <rect x="52" y="34" width="104" height="136" rx="8" fill={C.porcelainShade} />
        <rect x="48" y="32" width="104" height="136" rx="8" fill={C.porcelain} />
        <rect x="44" y="30" width="104" height="136" rx="8" fill={C.teal} />
        <path d="M52 30h12v136H52c-5 0-8-3-8-8V38c0-5 3-8 8-8z" fill={C.tealDeep} />
        <path d="M126 30h8v136h-8z" fill={C.terracotta} />
        <rect x="74" y="58" width="44" height="30" rx="4" fill={C.cream} />
        <path d="M82 68h28M82 77h18" stroke={C.brown} strokeWidth="3.4" strokeLinecap="round" />
      </g>
      <g transform="translate(-12 0) rotate(30 160 128)">
        <path d="M152 70h16v76l-8 18-8-18z" fill={C.marigold} />
        <path d="M152 146h16l-8 18z" fill={C.dough} />
        <path d="m157 157 3 7 3-7z" fill={C.cocoa} />
        <rect x="152" y="64" width="16" height="10" rx="3" fill={C.terracotta} />
      </g>
    </>
  );
}

export function ToteBag() {
  return (
    <>
      <rect width="200" height="200" fill={C.lilac} />
      <Shadow rx={60} cy={172} />
      <path
        d="M72 80c-4-66 60-66 56 0"
        fill="none"
        stroke={C.doughShade}
        strokeWidth="9"
        strokeLinecap="round"
      />
      <path d="M46 76h108l8 88c0 4-2 6-6 6H44c-4 0-6-2-6-6z" fill={C.cream} />
      <path d="M134 76h20l8 88c0 4-2 6-6 6h-24c6-26 6-64 2-94z" fill={C.doughShade} opacity=".45" />
      <path d="M46 76h108l1 9H45z" fill={C.doughShade} opacity=".6" />
      <g transform="translate(98 126)">
        {[0, 45, 90, 135, 180, 225, 270, 315].map((turn) => (
          <path
            key={turn}
            d="M0-29v-7"
            stroke={C.marigold}
            strokeWidth="6"
            strokeLinecap="round"
            transform={`rotate(${turn})`}
          />
        ))}
        <circle r="23" fill={C.marigold} />
        <path
          d="M-8-6v3M8-6v3M-11 5c5 9 17 9 22 0"
          fill="none"
          stroke={C.cocoa}
          strokeWidth="4.2"
          strokeLinecap="round"
        />
      </g>
    </>
  );
}

export function PostcardSet() {
  return (
    <>
      <rect width="200" height="200" fill={C.sand} />
      <Shadow rx={66} cy={166} />
      <g transform="rotate(-14 100 110)">
        <rect x="38" y="62" width="124" height="84" rx="4" fill={C.teal} />
        <rect x="44" y="68" width="112" height="72" fill={C.sky} />
      </g>
      <g transform="rotate(-3 100 110)">
        <rect x="38" y="64" width="124" height="84" rx="4" fill={C.terracotta} />
        <rect x="44" y="70" width="112" height="72" fill={C.blush} />
      </g>
      <g transform="rotate(7 100 110)">
        <rect x="38" y="64" width="124" height="86" rx="4" fill={C.porcelain} />
        <rect x="45" y="71" width="110" height="72" fill={C.sky} />
        <circle cx="126" cy="92" r="13" fill={C.marigold} />
        <path d="M45 126c18-20 30-30 42-24s18 18 32 8 24-8 36-2v35H45z" fill={C.leaf} />
        <path d="M45 134c26-14 50-8 70-4s30-4 40-6v19H45z" fill={C.forest} />
        <path d="M66 116v-14h18v14zM63 102l12-11 12 11z" fill={C.terracotta} />
      </g>
    </>
  );
}
