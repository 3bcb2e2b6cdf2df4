import type { NewArtifact } from "../storage/artifactStore.ts";
import type { DrawnPicture } from "./drawingThread.ts";

/** A picture drawn anew, as it is stored: under the name it came with, for the analysts' eyes. */
export function asArtifact({ bytes }: Pick<DrawnPicture, "bytes">, cameAs: string, addedAt: number): NewArtifact {
  const name = cameAs.replace(/\.[^./\\]*$/, "");
  return { bytes, fileName: `${name === "" ? "picture" : name}.png`, mediaType: "image/png", addedAt };
}
