import { useRef, useState, type ReactNode } from "react";
import { usePreferences } from "#renderer/state/preferences.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./Panes.module.css";

export type PanesProps = {
  /** The width is kept under this name. */
  name: string;
  /** The sized pane; the other takes the rest. */
  sized: ReactNode;
  rest: ReactNode;
  /** Pixels, or a share of the room. */
  initialWidth: number | `${number}%`;
  minWidth?: number;
  /** Room that stays for the other pane, px. */
  minRest?: number;
  /** Which side the sized pane is on. */
  side?: "left" | "right";
};

const KEY_STEP = 16;

/** Two panes side by side with a hairline between them that can be dragged, or moved with the arrow keys. */
export function Panes(props: PanesProps) {
  const { name, sized, rest, initialWidth, minWidth = 240, minRest = 320, side = "left" } = props;
  const { ui } = useMessages();
  const kept = usePreferences((state) => state.paneWidths[name]);
  const setPaneWidth = usePreferences((state) => state.setPaneWidth);
  const forgetPaneWidth = usePreferences((state) => state.forgetPaneWidth);
  const [dragged, setDragged] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const sizedPane = useRef<HTMLDivElement>(null);
  const width = dragged ?? kept ?? initialWidth;
  const shownWidth = () => sizedPane.current?.clientWidth ?? minWidth;

  const fit = (wanted: number) => {
    const room = frame.current?.clientWidth ?? Infinity;
    return Math.round(Math.max(minWidth, Math.min(wanted, room - minRest)));
  };
  const widthAt = (clientX: number) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return shownWidth();
    return fit(side === "left" ? clientX - box.left : box.right - clientX);
  };

  return (
    <div
      ref={frame}
      className={classes.panes}
      data-side={side}
      style={{
        "--pane-width": typeof width === "number" ? `${width}px` : width,
        "--pane-least": `${minWidth}px`,
        "--pane-rest": `${minRest}px`,
      }}
    >
      <div ref={side === "left" ? sizedPane : undefined} className={classes.pane}>
        {side === "left" ? sized : rest}
      </div>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={ui.resizePane}
        aria-valuenow={typeof width === "number" ? width : Number.parseFloat(width)}
        aria-valuetext={typeof width === "number" ? `${width}px` : width}
        aria-valuemin={minWidth}
        tabIndex={0}
        className={classes.divider}
        data-dragging={dragged !== null}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(shownWidth());
        }}
        onPointerMove={(event) => {
          if (dragged !== null) setDragged(widthAt(event.clientX));
        }}
        onPointerUp={() => {
          if (dragged !== null) setPaneWidth(name, dragged);
          setDragged(null);
        }}
        onDoubleClick={() => forgetPaneWidth(name)}
        onKeyDown={(event) => {
          const step = event.key === "ArrowLeft" ? -KEY_STEP : event.key === "ArrowRight" ? KEY_STEP : 0;
          if (step === 0) return;
          event.preventDefault();
          setPaneWidth(name, fit(shownWidth() + (side === "left" ? step : -step)));
        }}
      />
      <div ref={side === "left" ? undefined : sizedPane} className={classes.pane}>
        {side === "left" ? rest : sized}
      </div>
    </div>
  );
}
