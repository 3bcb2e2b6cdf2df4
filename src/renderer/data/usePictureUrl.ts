import { useEffect, useState } from "react";
import { AppError } from "#shared/errors.ts";
import { useClient } from "./CoreProvider.tsx";

export type PictureUrl = { url: string | null; error: AppError | null };

/** A kept picture as an address that the page can show, for as long as the component is on screen. */
export function usePictureUrl(artifactId: string): PictureUrl {
  const client = useClient();
  const [shown, setShown] = useState<PictureUrl>({ url: null, error: null });
  useEffect(() => {
    let url: string | undefined;
    let left = false;
    client.cases.readImage({ artifactId }).then(
      ({ mediaType, bytes }) => {
        if (left) return;
        url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
        setShown({ url, error: null });
      },
      (error: unknown) => {
        if (!left) setShown({ url: null, error: error instanceof AppError ? error : new AppError("internal") });
      },
    );
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [artifactId, client]);
  return shown;
}
