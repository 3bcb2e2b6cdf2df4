import { useEffect, useState } from "react";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./PictureDrawing.module.css";
import { usePictures } from "./pictures.ts";

type Picture = { state: "loading" } | { state: "missing" } | { state: "shown"; url: string };

/** A kept picture, shown from the casebook's own bytes. */
export function PictureDrawing({ artifactId }: { artifactId: string }) {
  const { editor: words } = useMessages();
  const pictures = usePictures();
  const [picture, setPicture] = useState<Picture>({ state: "loading" });
  useEffect(() => {
    let url: string | undefined;
    let left = false;
    pictures.read(artifactId).then(
      (blob) => {
        if (left) return;
        url = URL.createObjectURL(blob);
        setPicture({ state: "shown", url });
      },
      () => {
        if (!left) setPicture({ state: "missing" });
      },
    );
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [artifactId, pictures]);
  if (picture.state === "loading") return <p className={classes.word}>{words.pictureLoading}</p>;
  if (picture.state === "missing") return <p className={classes.word}>{words.pictureMissing}</p>;
  return <img className={classes.picture} src={picture.url} alt="" draggable={false} />;
}
