export type RowChecks = {
  has(id: string): boolean;
  count: number;
  toggle(id: string): void;
  clear(): void;
  /** Ticks every row on screen from one index to another. */
  extend(from: number, to: number): void;
};

const NONE: ReadonlySet<string> = new Set();

export type UseRowChecksOptions = {
  checked: ReadonlySet<string> | undefined;
  onCheck: ((checked: ReadonlySet<string>) => void) | undefined;
  rows: readonly { index: number; id: string }[];
};

/** Which rows are ticked, for what is done to several at once. */
export function useRowChecks({ checked = NONE, onCheck, rows }: UseRowChecksOptions): RowChecks {
  return {
    has: (id) => checked.has(id),
    count: checked.size,
    toggle(id) {
      const next = new Set(checked);
      if (!next.delete(id)) next.add(id);
      onCheck?.(next);
    },
    clear: () => onCheck?.(NONE),
    extend(from, to) {
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const between = rows.filter(({ index }) => index >= low && index <= high).map(({ id }) => id);
      onCheck?.(new Set([...checked, ...between]));
    },
  };
}
