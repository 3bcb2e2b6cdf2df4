import { useEffect, useState } from "react";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";

/** One page as a picture. The former picture stays until the new one can be shown, so that nothing flickers. */
export function PageImage({ previewKey, page }: { previewKey: string; page: number }) {
  const { publishing: words } = useMessages();
  const { data, error } = useRead(api.publishing.previewPage, { key: previewKey, page }, { keepPrevious: true });
  const url = useShownPicture(data?.svg);
  if (error !== null && url === null) return <ErrorNote error={error} />;
  if (url === null) return null;
  return <img src={url} alt={words.pageLabel(page)} draggable={false} />;
}

/** An address of the picture once it is decoded; earlier ones are given back. */
function useShownPicture(svg: string | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (svg === undefined) return;
    const next = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    let dropped = false;
    const picture = new Image();
    picture.src = next;
    const show = () => {
      if (!dropped) setUrl(next);
    };
    picture.decode().then(show, show);
    return () => {
      dropped = true;
      // The one on screen is given back only after its successor has been drawn.
      setTimeout(() => URL.revokeObjectURL(next), 2000);
    };
  }, [svg]);
  return url;
}
