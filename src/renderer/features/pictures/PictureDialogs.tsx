import { usePictureDesk } from "#renderer/state/pictureDesk.ts";
import { DrawFigure } from "./DrawFigure.tsx";
import { InspectPicture } from "./InspectPicture.tsx";

/** The dialogs for a picture or a drawn figure of whichever text a place opened them for. */
export function PictureDialogs() {
  const opened = usePictureDesk((state) => state.opened);
  const close = usePictureDesk((state) => state.close);
  if (opened === null) return null;
  if (opened.kind === "draw") return <DrawFigure task={opened} onClose={close} />;
  return <InspectPicture key={opened.artifactId} text={opened.text} artifactId={opened.artifactId} onClose={close} />;
}
