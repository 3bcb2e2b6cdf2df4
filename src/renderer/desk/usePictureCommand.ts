import type { TextRef } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { usePictureDesk } from "#renderer/state/pictureDesk.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

/** A key that opens the first picture of a text to be looked at; each further one has its button below it. */
export function usePictureCommand(text: TextRef, body: string): void {
  const { pictures, frame } = useMessages();
  const open = usePictureDesk((state) => state.open);
  const artifactId = /\(artifact:([0-9a-f]{64})/i.exec(body)?.[1]?.toLowerCase();
  useCommands([
    {
      id: "desk.picture",
      title: pictures.title,
      reading: pictures.reading,
      shortcut: "P",
      group: frame.places.writeups,
      when: artifactId !== undefined,
      run: () => {
        if (artifactId !== undefined) open({ kind: "inspect", text, artifactId });
      },
    },
  ]);
}
