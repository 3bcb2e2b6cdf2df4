import { useMemo } from "react";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { AppError } from "#shared/errors.ts";
import { useClient } from "#renderer/data/CoreProvider.tsx";
import { useNotices } from "#renderer/state/notices.ts";
import { usePictureDesk } from "#renderer/state/pictureDesk.ts";
import { currentMessages } from "#renderer/state/useMessages.ts";
import type { PictureStore } from "#renderer/ui/editor/pictures.ts";

/**
 * The pictures and drawn figures of a text that is to leave: what is put in is drawn anew from its pixels, and every
 * picture can be looked at and masked.
 */
export function useTextPictures({ kind, id }: TextRef): PictureStore {
  const client = useClient();
  return useMemo(() => {
    const text = { kind, id };
    const { open } = usePictureDesk.getState();
    return {
      async add(file) {
        const { say } = useNotices.getState();
        const { errors, pictures } = currentMessages();
        try {
          const bytes = new Uint8Array(await file.arrayBuffer());
          const { artifactId, metadata } = await client.pictures.add({ fileName: file.name, bytes });
          if (metadata.length > 0) say({ tone: "done", text: pictures.dropped(metadata.length) });
          return artifactId;
        } catch (error) {
          const failure = error instanceof AppError ? error : new AppError("storage.unreadable", { file: file.name });
          say({ tone: "failed", text: errors[failure.code](failure.params) });
          return undefined;
        }
      },
      async read(artifactId) {
        const { mediaType, bytes } = await client.cases.readImage({ artifactId });
        return new Blob([new Uint8Array(bytes)], { type: mediaType });
      },
      inspect: (artifactId) => open({ kind: "inspect", text, artifactId }),
      draw: (figure, insert, leave) => open({ kind: "draw", text, figure, insert, leave }),
    };
  }, [client, kind, id]);
}
