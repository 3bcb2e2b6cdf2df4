import { Button, Modal, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { usePictureUrl } from "#renderer/data/usePictureUrl.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { uncovered, type Size } from "./boxes.ts";
import classes from "./InspectPicture.module.css";
import { FoundWords, MaskList, MetadataList } from "./PictureLists.tsx";
import { PictureStage } from "./PictureStage.tsx";
import { useMasks } from "./useMasks.ts";

const STYLES = ["fill", "pixelate"] as const;

/** 画像を確かめて伏せる: the picture, what was read in it that tells, and the masks that will be burned into its pixels. */
export function InspectPicture({ text, artifactId, onClose }: { text: TextRef; artifactId: string; onClose(): void }) {
  const { pictures: words, ui } = useMessages();
  const picture = usePictureUrl(artifactId);
  const reading = useRead(api.pictures.read, { text, artifactId });
  const mask = useCommand(api.pictures.mask);
  const sayWithUndo = useUndoNotice();
  const [style, setStyle] = useState<(typeof STYLES)[number]>("fill");
  const shown = useShownSize(picture.url);
  const size = reading.data ? { width: reading.data.widthPx, height: reading.data.heightPx } : shown;
  const masks = useMasks(size);
  const findings = reading.data?.findings ?? [];
  const open = uncovered(
    findings.filter(({ isLookedAt }) => !isLookedAt),
    masks.masks,
  );
  const count = masks.masks.length;

  const apply = async () => {
    if (count === 0 || mask.pending) return;
    await flushDrafts();
    const boxes = masks.masks.map(({ id: _id, ...box }) => box);
    const done = await mask.run({ text, artifactId, boxes, style });
    if (done === undefined) return;
    onClose();
    sayWithUndo(words.applied(count));
  };
  const addInMiddle = () => {
    if (size === null) return;
    const [width, height] = [Math.min(size.width, 120), Math.min(size.height, 30)];
    masks.add([{ x: (size.width - width) >> 1, y: (size.height - height) >> 1, width, height }]);
  };
  const common = { group: words.title, inDialogs: true, keysOnly: true } as const;
  const hint = { ...common, hintOnly: true, run: () => {} } as const;
  useCommands([
    { id: "pictures.maskAll", title: words.maskAll, shortcut: "M", ...common, run: () => masks.add(open) },
    { id: "pictures.addBox", title: words.addBox, shortcut: "N", ...common, run: addInMiddle },
    { id: "pictures.next", title: words.next, shortcut: "J", ...common, run: () => masks.step(1) },
    { id: "pictures.previous", title: words.previous, shortcut: "K", ...common, run: () => masks.step(-1) },
    { id: "pictures.apply", title: words.apply(count), shortcut: "Ctrl+Enter", ...common, run: () => void apply() },
    { id: "pictures.move", title: words.moveKeys, shortcut: "ArrowRight", ...hint },
    { id: "pictures.resize", title: words.resizeKeys, shortcut: "Shift+ArrowRight", ...hint },
    { id: "pictures.remove", title: words.removeKeys, shortcut: "Delete", ...hint },
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1240px, 96vw)"
      title={words.title}
      closeButtonProps={{ "aria-label": ui.close }}
    >
      <div className={classes.body}>
        {picture.url === null || size === null ? (
          <div className={classes.waiting}>
            <ErrorNote error={picture.error} />
            {picture.error === null ? <p role="status">{words.loadingPicture}</p> : null}
          </div>
        ) : (
          <PictureStage url={picture.url} size={size} findings={findings} masks={masks} style={style} />
        )}
        <aside className={classes.side}>
          {reading.isPending ? (
            <p role="status" className={classes.wait}>
              {words.loadingWords}
            </p>
          ) : null}
          {mask.pending ? null : (
            <ErrorNote error={reading.error}>
              <button type="button" className="link-button" onClick={() => void reading.refetch()}>
                {ui.retry}
              </button>
            </ErrorNote>
          )}
          {reading.data ? (
            <FoundWords
              findings={findings}
              masks={masks}
              action={
                <Button size="compact-sm" disabled={open.length === 0} onClick={() => masks.add(open)}>
                  {words.maskAll} <KeyHint keys="M" />
                </Button>
              }
            />
          ) : null}
          <MaskList
            masks={masks}
            action={
              <Button size="compact-sm" disabled={size === null} onClick={addInMiddle}>
                {words.addBox} <KeyHint keys="N" />
              </Button>
            }
          />
          {reading.data ? <MetadataList metadata={reading.data.metadata} /> : null}
        </aside>
      </div>
      <p id="picture-hint" className={classes.hint}>
        {words.pictureHint}
      </p>
      <ErrorNote error={mask.error} />
      <div className={classes.actions}>
        <span className={classes.style}>
          <SegmentedControl
            size="xs"
            aria-label={words.style}
            value={style}
            onChange={(value) => setStyle(value === "pixelate" ? "pixelate" : "fill")}
            data={STYLES.map((value) => ({ value, label: words.styles[value] }))}
          />
          {style === "pixelate" ? <span className={classes.caution}>{words.pixelateHint}</span> : null}
        </span>
        <Button onClick={onClose}>{ui.cancel}</Button>
        <Button variant="filled" disabled={count === 0} loading={mask.pending} onClick={() => void apply()}>
          {words.apply(count)}
        </Button>
      </div>
    </Modal>
  );
}

/** The size of a picture as it is shown, before the core has told it. */
function useShownSize(url: string | null): Size | null {
  const [known, setKnown] = useState<{ url: string; size: Size } | null>(null);
  if (url !== null && known?.url !== url) {
    const image = new Image();
    image.onload = () => setKnown({ url, size: { width: image.naturalWidth, height: image.naturalHeight } });
    image.src = url;
  }
  return known?.url === url ? (known?.size ?? null) : null;
}
