/** Where a text stands on its way into the casebook. */
export type AutosaveState = "saved" | "waiting" | "saving" | "failed";

export type AutosaveOptions<T> = {
  save(value: T): Promise<unknown>;
  /** How long typing must rest before it is saved. */
  restMs?: number;
  /** Typing that never rests is saved this often all the same. */
  longestMs?: number;
};

/** Saves a value as it is typed: after a rest, one save at a time, and never an older value after a newer one. */
export type Autosave<T> = {
  readonly state: AutosaveState;
  /** What stopped the last save; undefined unless the state is "failed". */
  readonly error: unknown;
  /** The value not yet in the casebook, while there is one. */
  readonly pending: { value: T } | undefined;
  note(value: T): void;
  /** Saves now what waits; settles when nothing waits any more or a save failed. */
  flush(): Promise<void>;
  /** Sends what waits before it returns, also past a save under way: the page may be gone when that one is answered. */
  leave(): void;
  subscribe(listener: () => void): () => void;
};

export function createAutosave<T>({ save, restMs = 700, longestMs = 5000 }: AutosaveOptions<T>): Autosave<T> {
  const listeners = new Set<() => void>();
  let state: AutosaveState = "saved";
  let error: unknown;
  let waiting: { value: T } | undefined;
  let inFlight: { value: T } | undefined;
  let running: Promise<void> | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let longestTimer: ReturnType<typeof setTimeout> | undefined;

  const enter = (next: AutosaveState, reason?: unknown) => {
    state = next;
    error = reason;
    for (const listener of [...listeners]) listener();
  };
  const stopTimers = () => {
    clearTimeout(restTimer);
    clearTimeout(longestTimer);
    restTimer = undefined;
    longestTimer = undefined;
  };

  const saveAll = async () => {
    while (waiting !== undefined) {
      stopTimers();
      inFlight = waiting;
      waiting = undefined;
      enter("saving");
      try {
        await save(inFlight.value);
      } catch (reason) {
        waiting ??= inFlight;
        inFlight = undefined;
        return enter("failed", reason);
      }
      inFlight = undefined;
    }
    enter("saved");
  };

  const flush = (): Promise<void> => {
    if (waiting === undefined) return running ?? Promise.resolve();
    running ??= saveAll().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    get state() {
      return state;
    },
    get error() {
      return error;
    },
    get pending() {
      return waiting ?? inFlight;
    },
    note(value) {
      waiting = { value };
      clearTimeout(restTimer);
      restTimer = setTimeout(() => void flush(), restMs);
      longestTimer ??= setTimeout(() => void flush(), longestMs);
      if (state !== "saving") enter("waiting");
    },
    flush,
    leave() {
      if (running === undefined) void flush();
      else if (waiting !== undefined) save(waiting.value).catch(() => undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
