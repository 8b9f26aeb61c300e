import { C } from './palette';

const TOP = [34, 45, 56, 67, 78, 89, 100, 111, 122, 133, 144, 155, 166];
const SIDE = [29, 40, 51, 62, 73, 84, 95, 106, 117, 128, 139, 150, 161, 172];

/**
 * A stamp of the Hanover export fair of 1948, drawn by us after the idea, not the
 * original: a ship, a globe and the year, in the brick red of its time.
 */
export function StampHanover1948() {
  return (
    <>
      <rect width="200" height="200" fill={C.sky} />
      <g transform="rotate(-5 100 100)">
        <Paper />
        <rect x="45" y="36" width="110" height="129" fill={C.brick} />
        <rect
          x="49"
          y="40"
          width="102"
          height="121"
          fill="none"
          stroke={C.cream}
          strokeWidth="1.5"
        />
        <g fill="none" stroke={C.cream} strokeWidth="2">
          <circle cx="100" cy="88" r="32" fill={C.terracotta} />
          <ellipse cx="100" cy="88" rx="14" ry="32" />
          <path d="M100 56v64M68 88h64M73 71h54M73 105h54" />
        </g>
        <path d="M64 112h72l-9 15H74z" fill={C.cream} />
        <path d="M84 112V98h12v14zM100 112V88h9v24zM113 112v-10h10v10z" fill={C.cream} />
        <path
          d="M105 85c6-8 14-4 20-10"
          fill="none"
          stroke={C.cream}
          strokeWidth="4"
          strokeLinecap="round"
        />
        <path
          d="M62 131c6-5 10 4 16 0s10 4 16 0 10 4 16 0 10 4 16 0 8 3 12 0"
          fill="none"
          stroke={C.cream}
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <Words />
      </g>
    </>
  );
}

/** With its perforated edge: holes in the colour of the ground. */
function Paper() {
  return (
    <>
      <rect
        x="34"
        y="25"
        width="132"
        height="154"
        fill={C.cocoa}
        opacity=".14"
        transform="translate(4 5)"
      />
      <rect x="34" y="25" width="132" height="151" fill={C.cream} />
      <g fill={C.sky}>
        {TOP.map((x) => (
          <g key={x}>
            <circle cx={x} cy="25" r="3.6" />
            <circle cx={x} cy="176" r="3.6" />
          </g>
        ))}
        {SIDE.map((y) => (
          <g key={y}>
            <circle cx="34" cy={y} r="3.6" />
            <circle cx="166" cy={y} r="3.6" />
          </g>
        ))}
      </g>
    </>
  );
}

function Words() {
  return (
    <g fill={C.cream} fontFamily="var(--font-sans)" fontWeight="800" textAnchor="middle">
      <text x="100" y="53" fontSize="10" letterSpacing="1">
        EXPORT FAIR
      </text>
      <text x="100" y="147" fontSize="13" letterSpacing="1.2">
        HANNOVER
      </text>
      <text x="74" y="158" fontSize="9">
        1948
      </text>
      <text x="132" y="158" fontSize="11">
        24
      </text>
    </g>
  );
}
