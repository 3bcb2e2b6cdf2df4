/**
 * A text as it looks after some decoding, with a way back: every UTF-16 unit knows the stretch of the original text it
 * came from and the decoders it came through. A replaced stretch maps to its whole source.
 */
export type View = {
  text: string;
  /** Start in the original, a unit each. */
  starts: Int32Array;
  /** End in the original (exclusive), a unit each. */
  ends: Int32Array;
  /** Index into `Trails`, a unit each: how this unit was decoded. */
  trails: Int32Array;
};

/** The ways that units came by: lists of decoder names, interned so that a unit needs one number. */
export class Trails {
  readonly #lists: (readonly string[])[] = [[]];
  readonly #known = new Map<string, number>([["", 0]]);
  /** By name, what each trail becomes. */
  readonly #extended = new Map<string, Map<number, number>>();

  /** @returns the trail `from` with one more decoder behind it; the same decoder twice in a row counts once */
  extend(from: number, name: string): number {
    let extended = this.#extended.get(name);
    if (!extended) this.#extended.set(name, (extended = new Map<number, number>()));
    const known = extended.get(from);
    if (known !== undefined) return known;
    const list = this.names(from);
    const trail = list.at(-1) === name ? from : this.#intern([...list, name]);
    extended.set(from, trail);
    return trail;
  }

  names(trail: number): readonly string[] {
    return this.#lists[trail] ?? [];
  }

  #intern(list: readonly string[]): number {
    const key = list.join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#lists.push(list);
    this.#known.set(key, this.#lists.length - 1);
    return this.#lists.length - 1;
  }
}

/** The original, seen as it is. */
export function viewOf(text: string): View {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let unit = 0; unit < text.length; unit += 1) {
    starts[unit] = unit;
    ends[unit] = unit + 1;
  }
  return { text, starts, ends, trails: new Int32Array(text.length) };
}

/** `text` in place of the units [start, end) of a view. */
export type Replacement = { start: number; end: number; text: string };

/** The stretch of the original behind the units [start, end) of a view; start < end. */
export function sourceOf({ starts, ends }: View, start: number, end: number): { start: number; end: number } {
  let from = starts[start] ?? 0;
  let to = ends[start] ?? 0;
  for (let unit = start + 1; unit < end; unit += 1) {
    from = Math.min(from, starts[unit] ?? from);
    to = Math.max(to, ends[unit] ?? to);
  }
  return { start: from, end: to };
}

/** Every decoder that any of the units [start, end) came through, in order of first appearance. */
export function namesBehind(view: View, trails: Trails, start: number, end: number): string[] {
  const names: string[] = [];
  let last = -1;
  for (let unit = start; unit < end; unit += 1) {
    const trail = view.trails[unit] ?? 0;
    if (trail === last) continue;
    last = trail;
    for (const name of trails.names(trail)) if (!names.includes(name)) names.push(name);
  }
  return names;
}

/**
 * @param replacements in order, not overlapping; those that overlap an earlier one are passed over
 */
export function replaceSegments(view: View, trails: Trails, name: string, replacements: readonly Replacement[]): View {
  const kept: Replacement[] = [];
  let position = 0;
  let length = view.text.length;
  for (const replacement of replacements) {
    if (replacement.start < position || replacement.end <= replacement.start) continue;
    kept.push(replacement);
    position = replacement.end;
    length += replacement.text.length - (replacement.end - replacement.start);
  }
  const result = { starts: new Int32Array(length), ends: new Int32Array(length), trails: new Int32Array(length) };
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  let isAfterCut = false;
  const copyTo = (end: number) => {
    pieces.push(view.text.slice(from, end));
    result.starts.set(view.starts.subarray(from, end), at);
    result.ends.set(view.ends.subarray(from, end), at);
    result.trails.set(view.trails.subarray(from, end), at);
    // Nothing stands where something was taken out: the unit behind it tells of it.
    if (isAfterCut && end > from) result.trails[at] = trails.extend(view.trails[from] ?? 0, name);
    at += end - from;
  };
  for (const { start, end, text } of kept) {
    copyTo(start);
    const source = sourceOf(view, start, end);
    pieces.push(text);
    result.starts.fill(source.start, at, at + text.length);
    result.ends.fill(source.end, at, at + text.length);
    result.trails.fill(trails.extend(view.trails[start] ?? 0, name), at, at + text.length);
    at += text.length;
    from = end;
    isAfterCut = text === "";
  }
  copyTo(view.text.length);
  return { text: pieces.join(""), ...result };
}

/** A view of its own for what the units [start, end) decode to: all of it maps to all of them. */
export function extractView(
  view: View,
  trails: Trails,
  names: readonly string[],
  { start, end, text }: Replacement,
): View {
  const source = sourceOf(view, start, end);
  const trail = names.reduce((so, name) => trails.extend(so, name), view.trails[start] ?? 0);
  return {
    text,
    starts: new Int32Array(text.length).fill(source.start),
    ends: new Int32Array(text.length).fill(source.end),
    trails: new Int32Array(text.length).fill(trail),
  };
}

/** The units [start, end) as a view of their own, still read as they were. */
export function sliceView({ text, starts, ends, trails }: View, start: number, end: number): View {
  return {
    text: text.slice(start, end),
    starts: starts.slice(start, end),
    ends: ends.slice(start, end),
    trails: trails.slice(start, end),
  };
}

/**
 * A view whose units are chosen from another: `order[i]` is the unit that stands at i (reversed texts, dropped
 * marks), `text` what is read there.
 */
export function rearrange(view: View, trails: Trails, name: string, text: string, order: ArrayLike<number>): View {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const passed = new Int32Array(text.length);
  let last = -1;
  let extended = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    const from = order[unit] ?? 0;
    starts[unit] = view.starts[from] ?? 0;
    ends[unit] = view.ends[from] ?? 0;
    const trail = view.trails[from] ?? 0;
    if (trail !== last) extended = trails.extend(trail, name);
    last = trail;
    passed[unit] = extended;
  }
  return { text, starts, ends, trails: passed };
}
