import { Spinner } from './spinner';

export interface ProgressProps {
  /** What is being done, e.g. `Getting the camera ready…`. */
  readonly label: string;
  /** 0…1; absent when nobody can tell how long it takes. */
  readonly value?: number;
}

/** Says what someone is waiting for and, where known, how far it is. */
export function Progress({ label, value }: ProgressProps) {
  if (value === undefined) {
    return (
      <p role="status" className="flex items-center justify-center gap-3 text-ink-soft">
        <Spinner />
        {label}
      </p>
    );
  }
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <label className="block space-y-2 text-ink-soft">
      <span className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="tabular">{percent} %</span>
      </span>
      <progress
        value={percent}
        max={100}
        className="block h-3 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent"
      />
    </label>
  );
}
