import type { ReactNode } from 'react';

export interface BarTableProps {
  readonly caption: string;
  /** The first names what the rows are. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** How long the bar is, in percent. */
    readonly percent: number;
    /** One for each column after the first. */
    readonly cells: readonly ReactNode[];
  }[];
}

/** A table whose rows are also bars: what the bar shows is in the row as text. */
export function BarTable({ caption, columns, rows }: BarTableProps) {
  const [first, ...others] = columns;
  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-sm text-ink-soft">
        <tr>
          <th scope="col" className="text-left font-normal">
            {first}
          </th>
          {others.map((column) => (
            <th key={column} scope="col" className="pl-3 text-right font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, percent, cells }) => (
          <tr key={label} className="align-top">
            <th scope="row" className="w-1/2 py-2 text-left font-bold">
              {label}
              <svg aria-hidden="true" width="100%" height="8" className="mt-1 block">
                <rect
                  width="100%"
                  height="8"
                  rx="4"
                  className="fill-sunken forced-colors:fill-[Canvas]"
                />
                {percent > 0 && (
                  <rect
                    width={`${percent}%`}
                    height="8"
                    rx="4"
                    className="fill-go forced-colors:fill-[CanvasText]"
                  />
                )}
              </svg>
            </th>
            {cells.map((cell, index) => (
              <td key={others[index]} className="tabular py-2 pl-3 text-right whitespace-nowrap">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
