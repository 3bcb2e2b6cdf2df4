import { createContext, use } from "react";

/** How pictures get into the casebook and out of it; the editor itself knows no core. */
export type PictureStore = {
  /** Keeps a PNG or JPEG; answers its artifact id, or undefined when it was refused (and said so). */
  add(file: File): Promise<string | undefined>;
  read(artifactId: string): Promise<Blob>;
  /** Opens a picture to be looked at and masked, where the text is one that is to leave. */
  inspect?(artifactId: string): void;
  /** Lets a person choose what a figure is drawn from; `insert` is called with it, or `leave` when nothing was. */
  draw?(figure: DrawnKind, insert: (drawn: Drawn) => void, leave: () => void): void;
};

export type Drawn = { figure: DrawnKind; source: string; caption: string };

/** Figures that can be drawn from what was received. */
export type DrawnKind = "mail" | "url-anatomy";

export const PictureContext = createContext<PictureStore | null>(null);

export function usePictures(): PictureStore {
  const store = use(PictureContext);
  if (store === null) throw new Error("the editor stands outside of PictureContext");
  return store;
}

const PICTURE_TYPES = ["image/png", "image/jpeg"];

export function isPicture(file: File): boolean {
  return PICTURE_TYPES.includes(file.type);
}
