/** Our mark: a marigold smile. Decoration beside words. */
export function SmileMark({ className = 'size-16' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true" className={className}>
      <circle cx="60" cy="60" r="54" className="fill-accent" />
      <g className="fill-on-accent">
        <ellipse cx="42" cy="50" rx="6" ry="8" />
        <ellipse cx="78" cy="50" rx="6" ry="8" />
      </g>
      <path
        d="M34 68q26 30 52 0"
        fill="none"
        strokeWidth="7"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
    </svg>
  );
}
