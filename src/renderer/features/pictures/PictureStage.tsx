import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { PixelBox, PictureReading } from "#shared/contract/pictures.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { boxBetween, isMasked, LEAST_SIDE, moveBox, resizeBox, type Mask, type Point, type Size } from "./boxes.ts";
import classes from "./PictureStage.module.css";
import type { Masks } from "./useMasks.ts";

export type PictureStageProps = {
  url: string;
  size: Size;
  findings: PictureReading["findings"];
  masks: Masks;
  style: "fill" | "pixelate";
};

/** What the pointer is doing, from where; `box` as it was when it began. */
type Gesture =
  { kind: "draw"; from: Point } | { kind: "move" | "resize"; from: Point; id: number; box: PixelBox; size: Size };

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STEP = 4;

/** The picture as large as there is room, what was found in it framed red, and the masks over it. */
export function PictureStage({ url, size, findings, masks, style }: PictureStageProps) {
  const { pictures: words } = useMessages();
  const stage = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const gesture = useRef<Gesture | null>(null);
  const [drawn, setDrawn] = useState<PixelBox | null>(null);

  // The picture comes after the dialog, which has put the focus elsewhere by then.
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const area = drawing.current?.getBoundingClientRect();
    if (area === undefined || area.width === 0) return { x: 0, y: 0 };
    return {
      x: ((clientX - area.left) / area.width) * size.width,
      y: ((clientY - area.top) / area.height) * size.height,
    };
  };
  const begin = (event: PointerEvent, next: (from: Point) => Gesture) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    drawing.current?.setPointerCapture(event.pointerId);
    gesture.current = next(pointOf(event));
  };
  const beginOn = (event: PointerEvent, kind: "move" | "resize", { id, ...box }: Mask) => {
    masks.select(id);
    begin(event, (from) => ({ kind, from, id, box, size }));
  };
  const follow = (event: PointerEvent) => {
    const now = gesture.current;
    if (now === null) return;
    const at = pointOf(event);
    if (now.kind === "draw") return setDrawn(boxBetween(now.from, at, size));
    const by = { x: at.x - now.from.x, y: at.y - now.from.y };
    masks.set(now.id, now.kind === "move" ? moveBox(now.box, by, size) : resizeBox(now.box, by, size));
  };
  const end = (event: PointerEvent) => {
    const now = gesture.current;
    gesture.current = null;
    setDrawn(null);
    if (now?.kind !== "draw") return;
    const box = boxBetween(now.from, pointOf(event), size);
    if (box.width >= LEAST_SIDE && box.height >= LEAST_SIDE) masks.add([box]);
    else masks.select(null);
  };
  const press = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const { selected } = masks;
    if (selected === null) return;
    if (arrow !== undefined) {
      const step = event.ctrlKey ? 1 : STEP;
      const by = { x: arrow.x * step, y: arrow.y * step };
      if (event.shiftKey) masks.resize(by);
      else masks.move(by);
    } else if (event.key === "Delete" || event.key === "Backspace") masks.remove(selected.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={stage}
      className={classes.stage}
      role="application"
      aria-label={words.picture}
      aria-describedby="picture-hint"
      tabIndex={0}
      onKeyDown={press}
    >
      <div className={classes.sheet}>
        <img src={url} alt="" draggable={false} width={size.width} height={size.height} />
        <svg
          ref={drawing}
          viewBox={`0 0 ${size.width} ${size.height}`}
          onPointerDown={(event) => begin(event, (from) => ({ kind: "draw", from }))}
          onPointerMove={follow}
          onPointerUp={end}
          onPointerCancel={() => {
            gesture.current = null;
            setDrawn(null);
          }}
        >
          {masks.masks.map((mask, index) => (
            <g key={mask.id} data-selected={mask.id === masks.selected?.id} data-style={style} className={classes.mask}>
              <rect {...placeOf(mask)} onPointerDown={(event) => beginOn(event, "move", mask)}>
                <title>{words.box(index + 1)}</title>
              </rect>
              <rect
                className={classes.corner}
                x={mask.x + mask.width - 5}
                y={mask.y + mask.height - 5}
                width={10}
                height={10}
                onPointerDown={(event) => beginOn(event, "resize", mask)}
              />
            </g>
          ))}
          {findings.flatMap((finding, index) =>
            finding.boxes.map((box, place) => (
              <rect
                key={`${index} ${place}`}
                className={classes.finding}
                data-severity={finding.severity}
                data-quiet={finding.isLookedAt || isMasked(finding, masks.masks)}
                {...placeOf(box)}
              />
            )),
          )}
          {drawn === null ? null : <rect className={classes.drawn} {...placeOf(drawn)} />}
        </svg>
      </div>
    </div>
  );
}

const placeOf = ({ x, y, width, height }: PixelBox) => ({ x, y, width, height });
