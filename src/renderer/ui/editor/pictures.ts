import { createContext, use } from "react";

/** How pictures get into the casebook and out of it; the editor itself knows no core. */
export type PictureStore = {
  /** Keeps a PNG or JPEG; answers its artifact id, or undefined when it was refused (and said so). */
  add(file: File): Promise<string | undefined>;
  read(artifactId: string): Promise<Blob>;
};

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
