import { useState } from "react";
import type { PixelBox } from "#shared/contract/pictures.ts";
import { moveBox, resizeBox, type Mask, type Point, type Size } from "./boxes.ts";

export type Masks = {
  masks: readonly Mask[];
  /** Which one the keys act on. */
  selected: Mask | null;
  select(id: number | null): void;
  step(by: 1 | -1): void;
  add(boxes: readonly PixelBox[]): void;
  set(id: number, box: PixelBox): void;
  remove(id: number): void;
  move(by: Point): void;
  resize(by: Point): void;
};

type State = { masks: readonly Mask[]; selectedId: number | null; nextId: number };

/** The boxes to be burned into a picture of a size, one of them at hand. */
export function useMasks(size: Size | null): Masks {
  const [{ masks, selectedId }, change] = useState<State>({ masks: [], selectedId: null, nextId: 1 });
  const selected = masks.find(({ id }) => id === selectedId) ?? null;
  const set = (id: number, box: PixelBox) =>
    change((state) => ({
      ...state,
      masks: state.masks.map((mask) => (mask.id === id ? { ...box, id } : mask)),
      selectedId: id,
    }));
  return {
    masks,
    selected,
    select: (id) => change((state) => ({ ...state, selectedId: id })),
    step: (by) =>
      change((state) => {
        const at = state.masks.findIndex(({ id }) => id === state.selectedId);
        const count = state.masks.length;
        const next = at < 0 ? (by === 1 ? 0 : count - 1) : (at + by + count) % Math.max(1, count);
        return { ...state, selectedId: state.masks[next]?.id ?? null };
      }),
    add: (boxes) =>
      change((state) => {
        const added = boxes.map((box, index) => ({ ...box, id: state.nextId + index }));
        return {
          masks: [...state.masks, ...added],
          selectedId: added.at(-1)?.id ?? state.selectedId,
          nextId: state.nextId + added.length,
        };
      }),
    set,
    remove: (id) =>
      change((state) => {
        const at = state.masks.findIndex((mask) => mask.id === id);
        const rest = state.masks.filter((mask) => mask.id !== id);
        return { ...state, masks: rest, selectedId: rest[Math.min(at, rest.length - 1)]?.id ?? null };
      }),
    move: (by) => {
      if (selected !== null && size !== null) set(selected.id, moveBox(selected, by, size));
    },
    resize: (by) => {
      if (selected !== null && size !== null) set(selected.id, resizeBox(selected, by, size));
    },
  };
}
